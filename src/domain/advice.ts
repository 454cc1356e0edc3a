// One person's way through the questionnaire as a value; plain JSON, so that it can rest in dialog state.
import {
  questionsOf,
  type OptionId,
  type Question,
  type Questionnaire,
  type QuestionId,
} from './questionnaire';

/** A question that was put to the person; no option means that they skipped it. */
export interface Answered {
  readonly question: QuestionId;
  readonly option?: OptionId;
}

/** What was asked so far, in the order of asking: that order is what "back" undoes. */
export interface AdviceSession {
  readonly answered: readonly Answered[];
}

/** Options chosen so far. A question that is absent was not asked or was skipped. */
export type Answers = Readonly<Record<QuestionId, OptionId>>;

export const NEW_SESSION: AdviceSession = { answered: [] };

/** The first question that was not put yet; undefined when there is none left. */
export function nextQuestion(questionnaire: Questionnaire, session: AdviceSession): Question | undefined {
  return unasked(questionnaire, session)[0];
}

/** Where the next question stands, as in "4 of 10"; `number` is 1..total, and total when no question is left. */
export function progressOf(
  questionnaire: Questionnaire,
  session: AdviceSession,
): { readonly number: number; readonly total: number } {
  const total = questionsOf(questionnaire).length;
  return { number: Math.min(total - unasked(questionnaire, session).length + 1, total), total };
}

/** The session with the answer added; no option means skipped. An earlier answer to the same question is replaced. */
export function withAnswer(session: AdviceSession, question: QuestionId, option?: OptionId): AdviceSession {
  const others = session.answered.filter((answered) => answered.question !== question);
  return { answered: [...others, option === undefined ? { question } : { question, option }] };
}

/** The session before the last question was put, for "back"; a new session stays as it is. */
export function withoutLast(session: AdviceSession): AdviceSession {
  return { answered: session.answered.slice(0, -1) };
}

/** The chosen options by question, skipped questions left out. */
export function answersOf({ answered }: AdviceSession): Answers {
  return Object.fromEntries(answered.flatMap(({ question, option }) => (option ? [[question, option]] : [])));
}

/** Questions of a stored session that the questionnaire no longer has do not count as asked. */
function unasked(questionnaire: Questionnaire, { answered }: AdviceSession): readonly Question[] {
  const asked = new Set(answered.map(({ question }) => question));
  return questionsOf(questionnaire).filter(({ id }) => !asked.has(id));
}
