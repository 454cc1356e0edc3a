// Which engines there are and what each is asked to run. Their code is loaded in the child processes only.
import type { Engine } from './engine';

export const OURS = 'ours';

interface EngineEntry {
  readonly load: () => Promise<{ readonly engine: Engine }>;
  /** The only datasets it is run on; all where missing. */
  readonly datasets?: readonly string[];
  /** Where it learns more phrasings than `above`, it is asked a sample of the utterances. */
  readonly sample?: { readonly above: number; readonly size: number };
  /** Whether it is run on the synthetic knowledge of growing size too. */
  readonly grows?: boolean;
}

/** For those whose queries take many milliseconds on the large sets. */
const SAMPLE = { above: 5_000, size: 1_000 };

const ENTRIES: Readonly<Record<string, EngineEntry>> = {
  [OURS]: { load: () => import('./ours.js'), grows: true },
  nlpjs: { load: () => import('./nlpjs.js') },
  natural: { load: () => import('./natural.js') },
  'natural-stops': { load: async () => ({ engine: (await import('./natural.js')).engineKeepingStops }) },
  wink: { load: () => import('./wink.js'), sample: SAMPLE },
  minisearch: {
    load: () => import('./minisearch.js'),
    grows: true,
    sample: SAMPLE,
  },
  // It compares a query with every phrasing: over the full sets one repetition would take most of an hour.
  fuse: { load: () => import('./fuse.js'), datasets: ['clinc50x10'] },
};

export const ENGINE_IDS: readonly string[] = Object.keys(ENTRIES);

export async function loadEngine(id: string): Promise<Engine> {
  return (await ENTRIES[id]!.load()).engine;
}

/** @returns how many utterances it is asked at most, Infinity where all */
export function mostAsked(id: string, phrasings: number): number {
  const { sample } = ENTRIES[id]!;
  return sample && phrasings > sample.above ? sample.size : Infinity;
}

export function isAskedToRun(
  id: string,
  dataset: { readonly id: string; readonly entries?: number },
): boolean {
  const { datasets, grows = false } = ENTRIES[id]!;
  if (dataset.entries !== undefined) return grows;
  return datasets?.includes(dataset.id) ?? true;
}
