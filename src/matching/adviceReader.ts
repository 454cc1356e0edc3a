// Reads a message in the guided advice: what it answers to the open question, and what else the person tells of themselves.
import type { AdviceReading, AnswerReading, Statement } from '../domain/adviceReading';
import {
  optionOf,
  questionOf,
  questionsOf,
  type Question,
  type Questionnaire,
  type QuestionId,
} from '../domain/questionnaire';
import { isDenied, readAnswer } from './answerReader';
import { createClauseReader } from './clauseReader';
import { clausesOf, isOfOthers, isOnlyOfOthers, sentencesOf } from './clauses';
import type { Stated, StatementReader } from './statements';

/**
 * From these confidences on (0..1) a statement is noted: to another question than the open one only when surer. Chosen on
 * the development split (DESIGN.md, "What a person tells").
 */
const SURE_OF_OPEN = 0.4;
const SURE_OF_OTHER = 0.7;

/** More are no story of a person's own, and would take seconds. */
const MOST_SENTENCES = 20;

/** "No wait, I never finished", "actually make that 25", "I said hospital but I meant a small office". */
const CORRECTS =
  /^\W*(?:no,? )?(?:wait|actually|sorry|oops|scratch that|correction|i lied)\b|\b(?:i (?:actually )?meant|make (?:it|that)|i lied about|actually (?:i|make|its|it is))\b/i;

/** What opens a correction and says nothing by itself. */
const CORRECTION = /^\W*(?:no\W+)?(?:(?:wait|actually|sorry|oops|scratch that|correction)\W+)+/i;

export type AdviceReader = (open: Question | undefined, text: string) => AdviceReading;

/** @param tokensOf the words of a text, spelling mended towards the words of the knowledge */
export function createAdviceReader(
  questionnaire: Questionnaire,
  readStatement: StatementReader,
  tokensOf: (text: string) => readonly string[],
): AdviceReader {
  /** Nothing where only others are spoken of, or where the option is named to deny it: what is learned knows no "not". */
  const readOwn: StatementReader = (text) => {
    const stated = isOnlyOfOthers(text) ? undefined : readStatement(text);
    const question = stated && questionOf(questionnaire, stated.statement.question);
    const option = question && optionOf(question, stated.statement.option);
    return option && isDenied(option, tokensOf(text)) ? undefined : stated;
  };
  const readClause = createClauseReader(questionnaire, readOwn, tokensOf);
  const names = questionsOf(questionnaire).flatMap(({ id, names: each }) =>
    each.map((name) => ({ id, name })),
  );

  /** What the clauses of a sentence state, and the sentence as a whole; least sure first. */
  const statedIn = (sentence: string, open: Question | undefined): Stated[] => {
    const clauses = clausesOf(sentence);
    const whole = clauses.length > 1 ? readOwn(sentence) : undefined;
    return [...clauses.map((clause) => readClause(clause, open)), whole]
      .filter((stated) => stated !== undefined)
      .filter(
        ({ statement, confidence }) =>
          confidence >= (statement.question === open?.id ? SURE_OF_OPEN : SURE_OF_OTHER),
      )
      .sort((a, b) => a.confidence - b.confidence);
  };

  /** Of each question the surest; of equals the later, for people correct themselves. */
  const statementsIn = (told: readonly string[], open: Question | undefined): Statement[] => {
    const stated = told.flatMap((sentence) => statedIn(sentence, open));
    const surest = new Map<QuestionId, Stated>();
    for (const each of stated) {
      const { question } = each.statement;
      if (each.confidence >= (surest.get(question)?.confidence ?? 0)) surest.set(question, each);
    }
    return [...surest.values()].map(({ statement }) => statement);
  };

  /** The answer to the open question: the whole message, a clause of it, or words of it that do not speak of others. */
  const answerTo = (open: Question, text: string, told: readonly string[]): AnswerReading | undefined => {
    const read = (part: string) => readAnswer(questionnaire, open, tokensOf(part));
    const whole = read(text);
    if (whole && (whole.kind !== 'option' || whole.in === 'message')) return whole;
    const clauses = told.flatMap(clausesOf).map(read);
    if (clauses.length > 0 && clauses.every((clause) => clause?.kind === 'skip')) return { kind: 'skip' };
    const clause = clauses.find((each) => each?.kind === 'option' && each.in === 'message');
    if (clause?.kind === 'option') return { ...clause, in: 'clause' };
    const within = read(told.filter((sentence) => !isOfOthers(sentence)).join(' '));
    return within?.kind === 'option' ? { ...within, in: 'words' } : undefined;
  };

  return (open, text) => {
    const corrects = CORRECTS.test(text);
    const sentences = sentencesOf(corrects ? text.replace(CORRECTION, '') : text);
    const told = sentences
      .flatMap((sentence) => (sentence.asks ? [] : [sentence.text]))
      .slice(0, MOST_SENTENCES);
    const answer = open && answerTo(open, text, told);
    const said = ` ${tokensOf(text).join(' ')} `;
    const named = names.filter(({ name }) => said.includes(` ${name} `)).map(({ id }) => id);
    const statements = openFirst(open, answer, statementsIn(told, open), text);
    const asks = sentences.some((sentence) => sentence.asks);
    return { ...(answer && { answer }), statements, asks, corrects, named: [...new Set(named)] };
  };
}

/** The open question first; an answer that is the whole message is all that it says. */
function openFirst(
  open: Question | undefined,
  answer: AnswerReading | undefined,
  statements: readonly Statement[],
  text: string,
): Statement[] {
  if (!open) return [...statements];
  if (answer && answer.kind !== 'option') return [];
  const stated = statements.find(({ question }) => question === open.id);
  const others = statements.filter(({ question }) => question !== open.id);
  if (answer?.kind !== 'option') return stated ? [stated, ...others] : others;
  const answered = { question: open.id, option: answer.option };
  if (answer.in === 'message') {
    const isLabel = optionOf(open, answer.option)?.label === text.trim();
    // "$22 to $27" is a range, and no wish for 22.
    return [stated?.option === answer.option && !isLabel ? stated : answered];
  }
  return [stated ?? answered, ...others];
}
