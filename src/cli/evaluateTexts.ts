// `npm run evaluate -- --train F --test F`: the matcher on anyone's labelled texts, as one line of JSON.
import { ConfigError } from '../errors';
import { OUT_OF_SCOPE, type LabelledText } from '../evaluation/labelled';
import { textReport } from '../evaluation/report/textReport';
import { evaluateTexts, type TextFigures } from '../evaluation/textEvaluation';
import { readTexts } from './labelledSet';
import { writeReport } from './writeReport';

export interface TextFiles {
  readonly train: string;
  readonly dev?: string;
  readonly test: string;
  /** Where to write a report; absent writes none. */
  readonly report?: string;
}

/** Digits that mean something: a share of a thousand texts has three. */
const DIGITS: Readonly<Partial<Record<keyof TextFigures, number>>> = {
  trainMs: 0,
  p50us: 0,
  p99us: 0,
  rssMb: 0,
};
const SHARE_DIGITS = 4;

/** @throws ConfigError naming the file, and the line, that cannot be used */
export function evaluateTextFiles({ train, dev, test, report }: TextFiles): void {
  const sets = {
    train: readInScope(train),
    ...(dev !== undefined && { dev: readTexts(dev) }),
    test: readInScope(test),
  };
  const evaluation = evaluateTexts(sets, {
    now: () => performance.now(),
    rssMb: () => process.memoryUsage().rss / 2 ** 20,
    progress: (step) => console.error(step),
  });
  if (report !== undefined) {
    console.error(
      `Report: ${writeReport(report, textReport(evaluation, { train, test, date: new Date() }))}`,
    );
  }
  const rounded = Object.entries(evaluation.figures).map(([name, value]: [string, number | null]) => [
    name,
    value === null ? null : Number(value.toFixed(DIGITS[name as keyof TextFigures] ?? SHARE_DIGITS)),
  ]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
}

function readInScope(file: string): LabelledText[] {
  const texts = readTexts(file);
  if (texts.some(({ intent }) => intent !== OUT_OF_SCOPE)) return texts;
  throw new ConfigError(`${file} holds only lines of intent "${OUT_OF_SCOPE}": there is nothing to measure`);
}
