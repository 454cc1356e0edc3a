// Sessions of the guided advice as people leave them: some questions skipped, some amounts typed.
import type { AdviceSession, Answered } from '../../src/domain/advice';
import { optionOf, questionOf, questionsOf, type Questionnaire } from '../../src/domain/questionnaire';
import { seededRandom } from '../../src/matching/random';
import { sampledAnswers, sessionOf } from './questionnaire';

/** Share of the questions that are skipped, in one session of each. */
const SKIPPED = [0, 0.2, 0.6];
/** Share of the pay that is typed instead of chosen. */
const TYPED = 0.5;

/** `count` sessions, every option of a question equally likely; the same ones in every run. */
export function sampledSessions(questionnaire: Questionnaire, count: number): AdviceSession[] {
  const random = seededRandom(20261123);
  return sampledAnswers(questionnaire, count).map((answers, at) => ({
    answered: sessionOf(answers).answered.map((answered) => {
      if (random() < SKIPPED[at % SKIPPED.length]!) return { question: answered.question };
      return random() < TYPED ? withAmount(questionnaire, answered, random()) : answered;
    }),
  }));
}

export type SizeOf = (session: AdviceSession) => number;

/** The session of the largest size that changing one answer after the other comes to, from a few starts. */
export const largestSession = (questionnaire: Questionnaire, sizeOf: SizeOf): AdviceSession =>
  largest(
    sampledSessions(questionnaire, SKIPPED.length).map((start) => climb(questionnaire, start, sizeOf)),
    sizeOf,
  );

function climb(questionnaire: Questionnaire, start: AdviceSession, sizeOf: SizeOf): AdviceSession {
  const reached = questionsOf(questionnaire).reduce((session, { id: question, options }) => {
    const changed = options.map(({ id: option }) => ({
      answered: session.answered.map((answered) =>
        answered.question === question ? withAmount(questionnaire, { question, option }, 0.25) : answered,
      ),
    }));
    return largest([session, ...changed], sizeOf);
  }, start);
  return sizeOf(reached) > sizeOf(start) ? climb(questionnaire, reached, sizeOf) : reached;
}

function largest(sessions: readonly AdviceSession[], sizeOf: SizeOf): AdviceSession {
  const sizes = sessions.map(sizeOf);
  return sessions[sizes.indexOf(Math.max(...sizes))]!;
}

/** With an amount that means its option, `share` of the way up its range; as it is where no amount means it. */
function withAmount(questionnaire: Questionnaire, answered: Answered, share: number): Answered {
  const range = optionOf(questionOf(questionnaire, answered.question)!, answered.option)?.range;
  if (!range) return answered;
  const { from, below = from + 20 } = range;
  return { ...answered, amount: Math.round((from + share * (below - from - 0.01)) * 100) / 100 };
}
