// From single runs to one row for each engine and dataset.
import type { Quality, Speed } from './measurement';
import type { JobResult } from './worker';

/** One repetition, as it is kept in matching.json. */
export interface Run {
  readonly engine: string;
  readonly dataset: string;
  /** From 1. */
  readonly repetition: number;
  /** Load average of the last minute when it began: what else the machine did then. */
  readonly load: number;
  readonly result?: JobResult;
  /** Why there is no result. */
  readonly failure?: string;
}

export interface Row {
  readonly engine: string;
  readonly name: string;
  readonly dataset: string;
  /** Of the repetitions that succeeded, each figure by itself. */
  readonly speed?: Speed;
  /** Of the first repetition, the thorough one. */
  readonly quality?: Quality;
  readonly failure?: string;
  /** Those that succeeded. */
  readonly repetitions: number;
  /** How many utterances it was asked, where that was only a part of them. */
  readonly sample?: number;
  /** Highest of the repetitions. */
  readonly load: number;
}

/** The runs of before, but for those of an engine on a dataset that was run again. */
export function keptOf(before: readonly Run[], runs: readonly Run[]): Run[] {
  return before.filter(
    ({ engine, dataset }) => !runs.some((run) => run.engine === engine && run.dataset === dataset),
  );
}

export function summarize(runs: readonly Run[]): Row[] {
  const keys = new Map(runs.map(({ engine, dataset }) => [`${engine} ${dataset}`, { engine, dataset }]));
  return [...keys.values()].map(({ engine, dataset }) => {
    const own = runs.filter((run) => run.engine === engine && run.dataset === dataset);
    const results = own.flatMap(({ result }) => (result ? [result] : []));
    return {
      engine,
      dataset,
      name: nameOf(runs, engine),
      ...(results.length > 0 && { speed: medianSpeed(results), quality: results[0]!.quality }),
      repetitions: results.length,
      ...(results[0]?.isSample && { sample: results[0].asked }),
      load: Math.max(...own.map(({ load }) => load)),
      failure: own.find(({ failure }) => failure !== undefined)?.failure,
    };
  });
}

const nameOf = (runs: readonly Run[], engine: string): string =>
  runs.find((run) => run.engine === engine && run.result)?.result?.engine.name ?? engine;

function medianSpeed(results: readonly JobResult[]): Speed {
  const of = (figure: keyof Speed) => median(results.map(({ speed }) => speed[figure]));
  return {
    trainMs: of('trainMs'),
    p50Us: of('p50Us'),
    p99Us: of('p99Us'),
    residentMb: of('residentMb'),
    peakMb: of('peakMb'),
  };
}

/** The mean of the middle two where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
