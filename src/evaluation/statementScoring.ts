// How well the matcher reads what people tell in the guided advice, on messages that it did not learn from.
import { questionsOf, type Questionnaire, type QuestionId } from '../domain/questionnaire';
import type { SyncRecognizer } from '../domain/recognizer';
import type { LabelledStatement } from './labelled';

/** Shares are 0..1; a message tells pairs of a question and its option. */
export interface StatementFigures {
  readonly count: number;
  /** Of the messages: exactly what they tell was read. */
  readonly exact: number;
  /** Of the pairs that were read: right. */
  readonly precision: number;
  /** Of the pairs that the messages tell: read. */
  readonly recall: number;
  /** Of the messages that tell nothing: something was read. */
  readonly misread: number;
  /** Of the answers to the open question: read right, and read wrong; the rest is asked again. */
  readonly open: { readonly right: number; readonly wrong: number };
}

interface Read {
  readonly wanted: Readonly<Record<string, string>>;
  readonly got: Readonly<Record<string, string>>;
  readonly asked: string | undefined;
}

export function scoreStatements(
  recognizer: Pick<SyncRecognizer, 'readAdvice'>,
  questionnaire: Questionnaire,
  messages: readonly LabelledStatement[],
): StatementFigures {
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const read = messages.map(({ text, asked, means }): Read => {
    const { statements } = recognizer.readAdvice(questions.get(asked as QuestionId), text);
    const got = Object.fromEntries(statements.map(({ question, option }) => [question, option]));
    return { wanted: means, got, asked: asked ?? undefined };
  });
  const sum = (count: (each: Read) => number) => read.reduce((total, each) => total + count(each), 0);
  const right = sum(({ wanted, got }) => agreeing(wanted, got));
  const silent = read.filter(({ wanted }) => Object.keys(wanted).length === 0);
  const answers = read.flatMap(({ wanted, got, asked }) =>
    asked !== undefined && wanted[asked] !== undefined ? [{ wanted: wanted[asked], got: got[asked] }] : [],
  );
  return {
    count: messages.length,
    exact: share(read.filter(isExact).length, read.length),
    precision: share(
      right,
      sum(({ got }) => Object.keys(got).length),
    ),
    recall: share(
      right,
      sum(({ wanted }) => Object.keys(wanted).length),
    ),
    misread: share(silent.filter((each) => !isExact(each)).length, silent.length),
    open: {
      right: share(answers.filter(({ wanted, got }) => got === wanted).length, answers.length),
      wrong: share(
        answers.filter(({ wanted, got }) => got !== undefined && got !== wanted).length,
        answers.length,
      ),
    },
  };
}

/** Pairs that both have. */
const agreeing = (wanted: Read['wanted'], got: Read['got']): number =>
  Object.entries(wanted).filter(([question, option]) => got[question] === option).length;

const isExact = ({ wanted, got }: Read): boolean =>
  agreeing(wanted, got) === Object.keys(wanted).length && agreeing(wanted, got) === Object.keys(got).length;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
