// What one engine does on one dataset: quality, time and memory.
import type { Split } from './datasets';
import type { Answer, Engine, Example, Query } from './engines/engine';
import {
  auroc,
  chooseThreshold,
  OUT_OF_SCOPE,
  percentile,
  seededRandom,
  withTypos,
  type ScoredTrial,
} from './evaluation';

export const TYPO_SEED = 7;
/** Mistyped letters in each utterance of the two messy runs. */
const TYPOS = [1, 2];
/** Queries before timing, so that the code that is timed has been compiled; at most so long. */
const WARM_UP = { queries: 1_000, milliseconds: 2_000 };

export interface Speed {
  readonly trainMs: number;
  readonly p50Us: number;
  readonly p99Us: number;
  /** Resident memory after training and all queries, less that of the process before the engine was loaded. */
  readonly residentMb: number;
  /** The most that the process ever had. */
  readonly peakMb: number;
}

export interface Quality {
  /** Share of the in-scope utterances whose best intent is right, whatever its score. */
  readonly accuracy: number;
  readonly auroc?: number;
  /** With the threshold chosen on the development split. */
  readonly withThreshold?: { readonly accuracy: number; readonly outOfScopeRecall: number };
  /** Accuracy with 1 and with 2 typos an utterance. */
  readonly typos?: readonly number[];
  readonly modelBytes?: number;
}

export interface Measurement {
  readonly speed: Speed;
  readonly quality: Quality;
}

/**
 * @param residentBefore bytes of the process before the engine was loaded
 * @param thorough also what does not change between repetitions: threshold, typos and model size
 */
export async function measure(
  engine: Engine,
  { train, dev, test }: Split,
  residentBefore: number,
  thorough: boolean,
): Promise<Measurement> {
  const began = performance.now();
  const { query, modelBytes } = await engine.train(train, dev);
  const trainMs = performance.now() - began;

  await warmUp(query, train);
  const { trials, microseconds } = await timedTrials(query, test);
  global.gc?.();
  const speed: Speed = {
    trainMs,
    p50Us: percentile(microseconds, 0.5),
    p99Us: percentile(microseconds, 0.99),
    residentMb: (process.memoryUsage.rss() - residentBefore) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1e3,
  };

  const inScope = trials.filter(({ outOfScope }) => !outOfScope);
  const outOfScope = trials.filter((trial) => trial.outOfScope);
  const quality: Quality = {
    accuracy: shareOf(inScope, ({ right }) => right),
    ...(outOfScope.length > 0 && { auroc: auroc(inScope.map(scoreOf), outOfScope.map(scoreOf)) }),
  };
  if (!thorough) return { speed, quality };

  const typos = [];
  for (const count of TYPOS) typos.push(await accuracyWithTypos(query, test, count));
  return {
    speed,
    quality: {
      ...quality,
      ...(dev.length > 0 && { withThreshold: atThreshold(await trialsOf(query, dev), inScope, outOfScope) }),
      typos,
      ...(modelBytes && { modelBytes: modelBytes() }),
    },
  };
}

async function warmUp(query: Query, examples: readonly Example[]): Promise<void> {
  const until = performance.now() + WARM_UP.milliseconds;
  for (let at = 0; at < WARM_UP.queries && performance.now() < until; at++) {
    // Spread over the intents, which lie one after the other.
    await query(examples[(at * 7_919) % examples.length]!.text);
  }
}

async function timedTrials(
  query: Query,
  examples: readonly Example[],
): Promise<{ trials: ScoredTrial[]; microseconds: number[] }> {
  const trials: ScoredTrial[] = [];
  const microseconds: number[] = [];
  for (const example of examples) {
    const began = performance.now();
    const answer = query(example.text);
    // An engine that answers at once does not pay for a turn of the event loop.
    const settled = answer instanceof Promise ? await answer : answer;
    microseconds.push((performance.now() - began) * 1_000);
    trials.push(trialOf(example, settled));
  }
  return { trials, microseconds: microseconds.sort((a, b) => a - b) };
}

async function trialsOf(query: Query, examples: readonly Example[]): Promise<ScoredTrial[]> {
  const trials: ScoredTrial[] = [];
  for (const example of examples) trials.push(trialOf(example, await query(example.text)));
  return trials;
}

async function accuracyWithTypos(query: Query, test: readonly Example[], count: number): Promise<number> {
  // Every engine reads the same typos.
  const random = seededRandom(TYPO_SEED + count);
  const messy = test
    .filter(({ intent }) => intent !== OUT_OF_SCOPE)
    .map(({ text, intent }) => ({ text: withTypos(text, count, random), intent }));
  return shareOf(await trialsOf(query, messy), ({ right }) => right);
}

function atThreshold(
  dev: readonly ScoredTrial[],
  inScope: readonly ScoredTrial[],
  outOfScope: readonly ScoredTrial[],
) {
  const threshold = chooseThreshold(finite(dev));
  return {
    accuracy: shareOf(inScope, ({ right, score }) => right && score >= threshold),
    outOfScopeRecall: shareOf(outOfScope, ({ score }) => score < threshold),
  };
}

/** What an engine found nothing for counts as its lowest score: the threshold's choice measures how scores spread. */
function finite(trials: readonly ScoredTrial[]): ScoredTrial[] {
  const lowest = Math.min(...trials.map(scoreOf).filter(Number.isFinite));
  return trials.map((trial) => ({ ...trial, score: Math.max(lowest, trial.score) }));
}

const trialOf = ({ intent }: Example, answer: Answer): ScoredTrial => ({
  score: answer.score,
  right: answer.intent === intent,
  outOfScope: intent === OUT_OF_SCOPE,
});

const scoreOf = ({ score }: ScoredTrial): number => score;

const shareOf = <T>(items: readonly T[], counts: (item: T) => boolean): number =>
  items.filter(counts).length / items.length;
