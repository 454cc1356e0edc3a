// Reads one clause as at most one answer to a question of the guided advice, with how sure that is.
import type { Statement } from '../domain/adviceReading';
import { questionsOf, type Question, type Questionnaire } from '../domain/questionnaire';
import { readAmount } from './amounts';
import { readAnswer } from './answerReader';
import { isOfOthers } from './clauses';
import { sharedAnswers, shortAnswers, type Stated, type StatementReader } from './statements';

export type ClauseReader = (clause: string, open: Question | undefined) => Stated | undefined;

/** Pay that is named in a clause is what the clause is about. */
const SUM_OF_MONEY = 1;
/** A clause that is, word for word, an answer to the open question; or one that answers only one of the others. */
const WORD_FOR_WORD = 0.95;
const SHORT_ANSWER = 0.9;
/** A clause that holds an answer to the open question. */
const WITHIN = 0.65;

/** @param tokensOf the words of a text, spelling mended towards the words of the knowledge */
export function createClauseReader(
  questionnaire: Questionnaire,
  readStatement: StatementReader,
  tokensOf: (text: string) => readonly string[],
): ClauseReader {
  const priced = questionsOf(questionnaire).find(({ options }) => options.some(({ range }) => range));
  const shared = sharedAnswers(questionnaire);
  const short = new Map(shortAnswers(questionnaire).map((answer) => [answer.text, answer]));

  const statedPay = (clause: string, open: Question | undefined): Statement | undefined => {
    const amount = readAmount(clause, priced !== undefined && open?.id === priced.id);
    if (amount === undefined || !priced) return undefined;
    const option = priced.options.find(
      ({ range }) => range && amount >= range.from && amount < (range.below ?? Infinity),
    );
    return option && { question: priced.id, option: option.id, amount };
  };

  return (clause, open) => {
    const isOwn = !isOfOthers(clause);
    const pay = isOwn ? statedPay(clause, open) : undefined;
    if (pay) return { statement: pay, confidence: SUM_OF_MONEY };
    const tokens = tokensOf(clause);
    const answer = open && readAnswer(questionnaire, open, tokens);
    const answered =
      open && answer?.kind === 'option'
        ? { statement: { question: open.id, option: answer.option }, isWhole: answer.in === 'message' }
        : undefined;
    if (answered?.isWhole) return { statement: answered.statement, confidence: WORD_FOR_WORD };
    const said = tokens.join(' ');
    if (shared.has(said)) return undefined;
    const known = short.get(said);
    if (known) return { statement: known.statement, confidence: SHORT_ANSWER };
    const learned = readStatement(clause);
    if (answered && isOwn && (learned?.confidence ?? 0) < WITHIN) {
      return { statement: answered.statement, confidence: WITHIN };
    }
    // One word that the author did not write down says too little: "records", "bills", "help".
    return tokens.length > 1 ? learned : undefined;
  };
}
