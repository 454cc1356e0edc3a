// One person's way through the questionnaire as a value; plain JSON, so that it can rest in conversation state.
import {
  questionsOf,
  type OptionId,
  type Question,
  type Questionnaire,
  type QuestionId,
} from './questionnaire';

/** A question that is done with; no option means that the person skipped it. */
export interface Answered {
  readonly question: QuestionId;
  readonly option?: OptionId;
  /** The person's own figure, in dollars an hour. */
  readonly amount?: number;
  /** True where it came in the same message as the one before it, so that "back" takes both back. */
  readonly beside?: true;
  /** The channel's id of the message that said it; absent where the channel gives none. */
  readonly message?: string;
}

/** What was answered so far, in the order of answering: that order is what "back" undoes. */
export interface AdviceSession {
  readonly answered: readonly Answered[];
}

/** Options chosen so far. A question that is absent was not asked or was skipped. */
export type Answers = Readonly<Record<QuestionId, OptionId>>;

export const NEW_SESSION: AdviceSession = { answered: [] };

/** The first question that is not done with; undefined when there is none left. */
export function nextQuestion(questionnaire: Questionnaire, session: AdviceSession): Question | undefined {
  return openQuestions(questionnaire, session)[0];
}

/** Questions that are not done with. Those of a stored session that the questionnaire no longer has do not matter. */
export function openQuestions(
  questionnaire: Questionnaire,
  { answered }: AdviceSession,
): readonly Question[] {
  const done = new Set(answered.map(({ question }) => question));
  return questionsOf(questionnaire).filter(({ id }) => !done.has(id));
}

/** Where the next question stands, as in "4 of 10"; `number` is 1..total, and total when no question is left. */
export function progressOf(
  questionnaire: Questionnaire,
  session: AdviceSession,
): { readonly number: number; readonly total: number } {
  const total = questionsOf(questionnaire).length;
  return { number: Math.min(total - openQuestions(questionnaire, session).length + 1, total), total };
}

/**
 * The session with what one message said added; earlier answers to the same questions are replaced.
 * @param id the channel's id of the message
 */
export function withStatements(
  { answered }: AdviceSession,
  said: readonly Answered[],
  id?: string,
): AdviceSession {
  const replaced = new Set(said.map(({ question }) => question));
  const before = messagesOf(answered).map((message) =>
    message.filter(({ question }) => !replaced.has(question)),
  );
  const news = said.map((each) => (id === undefined ? each : { ...each, message: id }));
  return { answered: [...before, news].flatMap(asMessage) };
}

/** The session with the question passed over. */
export function withSkipped(session: AdviceSession, question: QuestionId, message?: string): AdviceSession {
  return withStatements(session, [{ question }], message);
}

/** The session before the last message that answered anything, for "back"; a new session stays as it is. */
export function withoutLast({ answered }: AdviceSession): AdviceSession {
  return { answered: messagesOf(answered).slice(0, -1).flat() };
}

/** The session without what that message said; the same one where it said nothing. */
export function withoutMessage(session: AdviceSession, message: string): AdviceSession {
  const answered = session.answered.filter((each) => each.message !== message);
  return answered.length === session.answered.length ? session : { answered };
}

/** The chosen options by question, skipped questions left out. */
export function answersOf({ answered }: AdviceSession): Answers {
  return Object.fromEntries(answered.flatMap(({ question, option }) => (option ? [[question, option]] : [])));
}

/** The answers of each message together. */
function messagesOf(answered: readonly Answered[]): readonly (readonly Answered[])[] {
  return answered.reduce<Answered[][]>((messages, each) => {
    if (each.beside && messages.length > 0) messages.at(-1)!.push(each);
    else messages.push([each]);
    return messages;
  }, []);
}

/** Marked so that they stay together: all but the first are beside it. */
const asMessage = (answered: readonly Answered[]): Answered[] =>
  answered.map(({ question, option, amount, message }, at) => ({
    question,
    ...(option !== undefined && { option }),
    ...(amount !== undefined && { amount }),
    ...(message !== undefined && { message }),
    ...(at > 0 && { beside: true }),
  }));
