// Small turns of phrase that several presenters share.
import type { Answered, AdviceSession } from '../domain/advice';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import { optionOf, questionOf, type Option, type QuestionId } from '../domain/questionnaire';

/** "one", "one and two", "one, two, and three"; empty where there is nothing to list. */
export const listed = (items: readonly string[]): string => new Intl.ListFormat('en-US').format(items);

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "$22", "$22.50". */
export const dollars = (amount: number): string =>
  `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;

/** What a person told us by an answer, as a clause about them: "you like puzzles"; undefined where it tells nothing. */
export function toldBy(
  { questionnaire, phrases }: SpokenKnowledge,
  { question, option, amount }: Answered,
): string | undefined {
  if (amount !== undefined) return phrase(phrases, 'saidAmount', { amount: dollars(amount) });
  const asked = questionOf(questionnaire, question);
  return asked && optionOf(asked, option)?.said;
}

/** The same, or the label of what they chose; empty where they chose nothing. */
export function saidOf(knowledge: SpokenKnowledge, answered: Answered): string {
  const asked = questionOf(knowledge.questionnaire, answered.question);
  const label = asked && optionOf(asked, answered.option)?.label;
  return toldBy(knowledge, answered) ?? uncapitalized(label ?? '');
}

/** The same of their answer to one question; empty where they gave none. */
export function saidTo(
  knowledge: SpokenKnowledge,
  { answered }: AdviceSession,
  question: QuestionId,
): string {
  const given = answered.find((each) => each.question === question);
  return given ? saidOf(knowledge, given) : '';
}

/** The person's own figure, or the range they chose: "$22", "under $18". */
export const figureOf = ({ label }: Option, amount: number | undefined): string =>
  amount === undefined ? uncapitalized(label) : dollars(amount);

export const uncapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `December 22, 2026`; the same day wherever the server stands. */
export const dayOf = (date: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
