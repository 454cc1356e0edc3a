// Every kind of Adaptive Card that the bot sends, by name: what the tests of cards check and draw.
import type { Activity } from 'botbuilder';
import { answersOf, NEW_SESSION, type AdviceSession } from '../../src/domain/advice';
import { recommend, type Recommendation } from '../../src/domain/recommendation';
import { loadKnowledge } from '../../src/knowledge/load';
import { channelOf } from '../../src/presenters/channel';
import { presentResult } from '../../src/presenters/recommendation';
import { adviceKnowledge } from './adviceKnowledge';
import { answersTo, bestAnswers, sessionOf } from './questionnaire';
import { sampledSessions } from './sessions';
import { KNOWLEDGE_DIR } from './trainedModel';

/** Messages as they are sent, each with one card. */
export type SampleCards = Readonly<Record<string, Partial<Activity>>>;

const teams = channelOf('msteams');

/** Of the real knowledge, whose texts change often. */
export function realCards(): SampleCards {
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const { questionnaire } = knowledge;
  const result = (session: AdviceSession) => presentResult(knowledge, session, teams);
  const sampled = sampledSessions(questionnaire, 300);
  const resultThat = (holds: (recommendation: Recommendation) => boolean) => {
    const found = sampled.find((session) => holds(recommend(questionnaire, answersOf(session))));
    if (!found) throw new Error('no sampled session has such a result');
    return result(found);
  };
  return {
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
