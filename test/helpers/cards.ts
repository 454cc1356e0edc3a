// Every kind of Adaptive Card that the bot sends, by name: what the tests of cards check and draw.
import type { Activity, Attachment } from 'botbuilder';
import { answersOf, NEW_SESSION, type AdviceSession } from '../../src/domain/advice';
import { recommend, type Recommendation } from '../../src/domain/recommendation';
import { questionsOf, type OptionId } from '../../src/domain/questionnaire';
import { loadKnowledge } from '../../src/knowledge/load';
import { channelOf } from '../../src/presenters/channel';
import { addressed } from '../../src/presenters/address';
import { presentAnswer } from '../../src/presenters/answer';
import { askCard, chosenCard, closedCard } from '../../src/presenters/choiceCard';
import { presentChoice, presentOffers } from '../../src/presenters/choices';
import { presentResult } from '../../src/presenters/recommendation';
import { capitalized } from '../../src/presenters/wording';
import { adviceKnowledge } from './adviceKnowledge';
import { answersTo, bestAnswers, sessionOf } from './questionnaire';
import { sampledSessions } from './sessions';
import { KNOWLEDGE_DIR } from './trainedModel';

/** Messages as they are sent, each with one card. */
export type SampleCards = Readonly<Record<string, Partial<Activity>>>;

const teams = channelOf('msteams');
const ANN = { id: '29:ann', name: 'Ann' };

const message = (card: Attachment): Partial<Activity> => ({ type: 'message', attachments: [card] });

/** Of the real knowledge, whose texts change often. */
export function realCards(): SampleCards {
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const { questionnaire, phrases } = knowledge;
  const result = (session: AdviceSession) => presentResult(knowledge, session, teams);
  const sampled = sampledSessions(questionnaire, 300);
  const resultThat = (holds: (recommendation: Recommendation) => boolean) => {
    const found = sampled.find((session) => holds(recommend(questionnaire, answersOf(session))));
    if (!found) throw new Error('no sampled session has such a result');
    return result(found);
  };
  const longest = [...knowledge.entries.values()]
    .sort((one, other) => other.question.length - one.question.length)
    .slice(0, 3);
  const question = [...questionsOf(questionnaire)].sort((a, b) => b.options.length - a.options.length)[0]!;
  const open = { id: 'card', question: question.text };
  const names = questionsOf(questionnaire).map(({ id, names: [name] }) => ({
    id: id as string as OptionId,
    label: capitalized(name!),
    synonyms: [],
  }));
  const asked = addressed(phrases, presentChoice(open, question, teams), ANN, true);
  return {
    question: presentChoice(open, question, teams),
    'question in a group': asked,
    'which answer to change': presentChoice(
      { id: 'card', question: phrases.changeWhich },
      { options: names },
      teams,
    ),
    'did you mean': presentOffers(
      knowledge,
      longest.map(({ id }) => id),
      { id: 'card', question: phrases.clarify },
      teams,
    ),
    answered: message(chosenCard(question.text, question.options[0]!.label)),
    closed: message(closedCard(phrases.cardClosed)),
    'what to ask next': presentAnswer(knowledge, [longest[0]!.id], teams)[1]!,
    'what to ask next, asked': message(askCard(phrases.askNext, longest.slice(1), [longest[0]!.question])),
    'result billing': result(sessionOf(bestAnswers(questionnaire, 'billing'))),
    'result coding': result(sessionOf(bestAnswers(questionnaire, 'coding'))),
    'result both': result(sessionOf(bestAnswers(questionnaire, 'both'))),
    'result close': resultThat((each) => each.kind === 'role' && each.closeness === 'close'),
    'result blocked': resultThat((each) => each.kind === 'role' && each.blockedBy.length > 0),
    'result none': resultThat(({ kind }) => kind === 'none'),
    'result unknown': result(NEW_SESSION),
  };
}

/** Of small knowledge, whose texts stay as they are. */
export const smallCards: SampleCards = {
  result: presentResult(
    adviceKnowledge,
    sessionOf(answersTo({ q1: 'o2', q2: 'o2', q5: 'o1', q6: 'o3' })),
    teams,
  ),
};
