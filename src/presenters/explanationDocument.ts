// How the answers led to the result: what each of them counts for which role, why, and the scores that come of it.
import { answersOf, type AdviceSession } from '../domain/advice';
import type { Block, TextDocument } from '../domain/document';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import { ROLE_IDS, type RoleId } from '../domain/role';
import { chosenOptions, rolesByScore, scoresOf, type Chosen } from '../domain/scoring';
import { titleOf } from './answer';
import { heading, list, paragraph, part } from './blocks';
import { capitalized, saidTo } from './wording';

/** Every answer that was given, in the order of the questionnaire; the scores best first. */
export function explanationDocument(knowledge: SpokenKnowledge, session: AdviceSession): TextDocument {
  const { phrases } = knowledge;
  const chosen = chosenOptions(knowledge.questionnaire, answersOf(session));
  const scores = scoresOf(chosen);
  const scored = rolesByScore(scores).map((role) =>
    phrase(phrases, 'explainedScore', {
      role: nameOf(knowledge, role),
      score: Math.round(scores[role] * 100),
    }),
  );
  return [
    heading(1, phrases.explained),
    paragraph(phrases.explainedRule),
    ...chosen.flatMap((each) => answerBlocks(knowledge, session, each)),
    ...part(phrases.explainedScores, scored),
    paragraph(phrases.advisedAid),
  ];
}

function answerBlocks(
  knowledge: SpokenKnowledge,
  session: AdviceSession,
  { question, option }: Chosen,
): Block[] {
  const { phrases } = knowledge;
  const said = capitalized(saidTo(knowledge, session, question.id));
  const counts = ROLE_IDS.flatMap((role) => {
    const weight = option.weights[role];
    if (!weight) return [];
    const sign = weight.weight > 0 ? '+' : '';
    return phrase(phrases, 'explainedWeight', {
      role: nameOf(knowledge, role),
      weight: `${sign}${weight.weight}`,
      because: weight.because,
    });
  });
  return counts.length === 0
    ? [paragraph(phrase(phrases, 'explainedNothing', { said }))]
    : [paragraph(phrase(phrases, 'explainedAnswer', { said })), list(counts)];
}

const nameOf = (knowledge: SpokenKnowledge, role: RoleId): string => capitalized(titleOf(knowledge, role));
