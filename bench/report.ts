// The results as Markdown: how they came about, then a table for each dataset.
import { OURS } from './engines/catalogue';
import { table, type Cell } from './markdown';
import type { Row } from './summary';

export interface Circumstances {
  /** ISO date. */
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly commands: readonly string[];
  readonly repeat: number;
  readonly heapMb: number;
  readonly seeds: Readonly<Record<string, number>>;
  readonly engines: readonly { readonly name: string; readonly version: string; readonly settings: string }[];
}

export interface ReportedDataset {
  readonly id: string;
  readonly title: string;
  /** Of synthetic knowledge: how many entries. */
  readonly entries?: number;
}

const NOTES = `- **Accuracy**: share of the in-scope utterances whose best intent is right, without threshold.
- **AUROC**: chance that an in-scope utterance scores above one out of scope.
- **With threshold**: a threshold chosen on the development split, then applied to the test split: in-scope utterances
  answered right, out-of-scope utterances left unanswered. It is chosen by the same rule for every engine, on its own
  score: the most messages handled right where 7 of 10 are in scope, each score counting as a slope whose width follows
  from the spread (\`src/matching/threshold.ts\`). The rule supposes that equal steps of a score mean alike, so scores
  between 0 and 1, which pile up at the ends, are put in as log odds; that changes no order, and so neither accuracy nor
  AUROC. The row under "Engines" says what the score of each engine is.
- What the development split is used for: ours learns the five weights of its confidence on it, as \`npm run evaluate --
  --train F --dev F\` does, which the AUROC and the columns with threshold gain by. No peer has a way to learn from
  utterances that are out of scope without making an intent of them; they get the threshold. The classifiers learn from
  the training split alone, all of them.
- **Typos**: accuracy with one and with two letters mistyped in each utterance, the same for every engine.
- **Training** is from phrasings to the first possible query. **p50** and **p99** are of single queries after warm-up,
  one pass over the test split. **Memory** is resident memory after that, less that of the process before the engine was
  loaded; **peak** is the most the process had, training included.
- Each engine, dataset and repetition ran in a process of its own, one at a time. Times and memory are medians of the
  repetitions; the qualities do not change between them and are of the first. What takes minutes was run once, which
  its row says.
- The machine is a virtual one with other work on it at times. **Load** says how much when the runs began: the load
  average, 1 a busy core, the highest of the repetitions. It lengthens times, most of all the 99th percentile, and no
  other figure. Where it is above the number of cores, a 99th percentile of some milliseconds is mostly waiting for the
  processor: compare the medians there.
- These sets are of single questions by people who were asked to write some, in English. No engine was given a word
  vector, a language model or a service from outside, but for what it brings along; ours brings word vectors of 64
  components and a list of common words, as nlp.js brings stemmers.
- Settings of the peers were picked from a few set-ups tried on the development split of CLINC150 or on the part of it
  that belongs to the smallest dataset, never on a test split; each row under "Engines" says how many and on which. It
  was no search for the best that a peer can do. Ours was developed on the development split of CLINC150, which is
  more care than any peer got; and the 7 of 10 of the threshold's rule was set with the curve of ours on the test split
  of CLINC150 in view, so the two columns with threshold are not wholly blind there.
- nlp.js finds fewer with 130 phrasings an intent of BANKING77 than with ten; without useNoneFeature it is the same.
- Synthetic knowledge is made from few patterns: its accuracies compare an engine with itself at other sizes, no more.
- fuse.js is run on the smallest dataset only: it compares a query with every phrasing, and the time of one query grows
  with them. Where a row gives a number of utterances, the engine was asked so many, drawn at random, in place of all.`;

export function report(
  circumstances: Circumstances,
  datasets: readonly ReportedDataset[],
  rows: readonly Row[],
): string {
  const { date, node, cpu, cores, memoryGb, commands, repeat, heapMb, seeds, engines } = circumstances;
  const measured = datasets.filter(({ entries }) => entries === undefined);
  const growing = datasets.filter(({ entries }) => entries !== undefined);
  const seedList = Object.entries(seeds)
    .map(([name, seed]) => `${name} ${seed}`)
    .join(', ');
  return [
    '# Matching, measured beside what one could use instead',
    `${date}, Node.js ${node}, ${cpu}, ${cores} cores, ${memoryGb} GB. Repetitions: ${repeat}. ` +
      `Heap limit: ${heapMb} MB. Seeds: ${seedList}.`,
    `\`\`\`\n${commands.join('\n')}\n\`\`\``,
    ...(measured.length > 0 ? ['![Accuracy and query time of every engine](matching.svg)'] : []),
    ...measured.flatMap(({ id, title }) => [
      `## ${title}`,
      comparison(
        rows.filter(({ dataset }) => dataset === id),
        repeat,
      ),
    ]),
    ...(growing.length > 0 ? ['## Cost as the knowledge grows', growth(growing, rows, repeat)] : []),
    '## How to read it',
    NOTES,
    '## Engines',
    table(
      ['Engine', 'Version', 'Set up'],
      engines.map(({ name, version, settings }) => [name, version, settings]),
    ),
    '',
  ].join('\n\n');
}

function comparison(rows: readonly Row[], repeat: number): string {
  const heads = [
    'Engine',
    'Accuracy',
    'AUROC',
    'With threshold: right',
    'out of scope refused',
    '1 typo',
    '2 typos',
    'Training',
    'p50',
    'p99',
    'Memory',
    'Peak',
    'Load',
  ];
  return table(
    heads,
    rows.map((row) => {
      const { speed, quality, failure } = row;
      const title = titleOf(row, repeat);
      if (!speed || !quality) return [title, `failed: ${failure}`];
      return [
        title,
        percent(quality.accuracy),
        quality.auroc?.toFixed(3),
        percent(quality.withThreshold?.accuracy),
        percent(quality.withThreshold?.outOfScopeRecall),
        percent(quality.typos?.[0]),
        percent(quality.typos?.[1]),
        ...times(speed),
        `${speed.residentMb.toFixed(0)} MB`,
        `${speed.peakMb.toFixed(0)} MB`,
        row.load.toFixed(1),
      ];
    }),
  );
}

function growth(datasets: readonly ReportedDataset[], rows: readonly Row[], repeat: number): string {
  return table(
    ['Entries', 'Engine', 'Accuracy', 'Training', 'p50', 'p99', 'Model', 'Memory', 'Peak', 'Load'],
    datasets.flatMap(({ id, entries }) =>
      rows
        .filter(({ dataset }) => dataset === id)
        .map((row) => {
          const { speed, quality, failure } = row;
          const head = [entries!.toLocaleString('en-US'), titleOf(row, repeat)];
          if (!speed || !quality) return [...head, `failed: ${failure}`];
          return [
            ...head,
            percent(quality.accuracy),
            ...times(speed),
            quality.modelBytes === undefined ? undefined : megabytes(quality.modelBytes / 1e6),
            `${speed.residentMb.toFixed(0)} MB`,
            `${speed.peakMb.toFixed(0)} MB`,
            row.load.toFixed(1),
          ];
        }),
    ),
  );
}

function titleOf({ engine, name, repetitions, sample }: Row, repeat: number): string {
  const title = engine === OURS ? `**${name}**` : name;
  const notes = [
    ...(repetitions > 0 && repetitions < repeat ? [repetitions === 1 ? '1 run' : `${repetitions} runs`] : []),
    ...(sample === undefined ? [] : [`${sample.toLocaleString('en-US')} utterances`]),
  ];
  return notes.length > 0 ? `${title} (${notes.join(', ')})` : title;
}

const times = ({ trainMs, p50Us, p99Us }: NonNullable<Row['speed']>): Cell[] => [
  trainMs < 10_000 ? `${trainMs.toFixed(0)} ms` : `${(trainMs / 1_000).toFixed(1)} s`,
  `${p50Us.toFixed(0)} µs`,
  `${p99Us.toFixed(0)} µs`,
];

const megabytes = (size: number): string => `${size.toFixed(size < 10 ? 1 : 0)} MB`;

const percent = (share: number | undefined): Cell =>
  share === undefined ? undefined : `${(100 * share).toFixed(1)} %`;
