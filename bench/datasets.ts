// The labelled utterances to learn from and to be asked, from the files of --data or made up.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './engines/engine';
import { OUT_OF_SCOPE, readTexts, seededRandom } from './evaluation';
import { shuffled, syntheticKnowledge } from './synthetic';

export interface Split {
  readonly train: readonly Example[];
  /** To choose the threshold on; empty where there is nothing out of scope to choose it by. */
  readonly dev: readonly Example[];
  readonly test: readonly Example[];
}

export interface Dataset {
  readonly id: string;
  readonly title: string;
  /** Files of the data folder that it is made from. */
  readonly files: readonly string[];
  /** Of synthetic knowledge: how many entries. */
  readonly entries?: number;
  readonly load: (folder: string) => Split;
}

const SMALL_INTENTS = 50;
const SMALL_PHRASINGS = 10;

/** The first intents by name, and the first phrasings of each: about the size of a bot's knowledge. */
export function firstOf({ train, dev, test }: Split, intents: number, phrasings: number): Split {
  const kept = new Set([...new Set(train.map(({ intent }) => intent))].sort().slice(0, intents));
  const taken = new Map<string, number>();
  const asked = ({ intent }: Example) => kept.has(intent) || intent === OUT_OF_SCOPE;
  return {
    train: train.filter(({ intent }) => {
      const count = taken.get(intent) ?? 0;
      taken.set(intent, count + 1);
      return kept.has(intent) && count < phrasings;
    }),
    dev: dev.filter(asked),
    test: test.filter(asked),
  };
}

export const SAMPLE_SEED = 11;

/** At most so many utterances of dev and of test, drawn at random and the same for the same seed. */
export function sampled({ train, dev, test }: Split, most: number): Split {
  const some = (examples: readonly Example[]) =>
    examples.length > most ? shuffled(examples, seededRandom(SAMPLE_SEED)).slice(0, most) : examples;
  return { train, dev: some(dev), test: some(test) };
}

const fromFiles = (id: string, title: string, files: Partial<Record<keyof Split, string>>): Dataset => ({
  id,
  title,
  files: Object.values(files),
  load(folder) {
    const read = (name?: string) => (name === undefined ? [] : readTexts(join(folder, name)));
    return { train: read(files.train), dev: read(files.dev), test: read(files.test) };
  },
});

const CLINC = fromFiles('clinc150', 'CLINC150: 150 intents x 100 phrasings', {
  train: 'clinc150.train.jsonl',
  dev: 'clinc150.dev.jsonl',
  test: 'clinc150.test.jsonl',
});

const synthetic = (entries: number): Dataset => ({
  id: `synthetic-${entries}`,
  title: `${entries.toLocaleString('en-US')} entries x 10 phrasings, synthetic`,
  files: [],
  entries,
  load: () => ({ ...syntheticKnowledge(entries), dev: [] }),
});

export const DATASETS: readonly Dataset[] = [
  {
    ...CLINC,
    id: 'clinc50x10',
    title: `${SMALL_INTENTS} intents x ${SMALL_PHRASINGS} phrasings (of CLINC150)`,
    load: (folder) => firstOf(CLINC.load(folder), SMALL_INTENTS, SMALL_PHRASINGS),
  },
  fromFiles('banking77-10shot', 'BANKING77: 77 intents x 10 phrasings', {
    train: 'banking77-10shot.train.jsonl',
    test: 'banking77.test.jsonl',
  }),
  fromFiles('banking77', 'BANKING77: 77 intents, 10,003 phrasings', {
    train: 'banking77.train.jsonl',
    test: 'banking77.test.jsonl',
  }),
  CLINC,
  synthetic(100),
  synthetic(1_000),
  synthetic(10_000),
];

/** Files that these datasets need and the folder lacks. */
export function missingFiles(datasets: readonly Dataset[], folder: string): string[] {
  const needed = new Set(datasets.flatMap(({ files }) => files));
  return [...needed].filter((file) => !existsSync(join(folder, file)));
}
