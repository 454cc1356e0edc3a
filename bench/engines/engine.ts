// The one shape in which the bench sees every engine.

export interface Example {
  readonly text: string;
  readonly intent: string;
}

export interface Answer {
  /** The best intent; empty where the engine finds nothing at all. */
  readonly intent: string;
  /** Larger is surer; on a scale of the engine's own on which equal steps mean alike, as the threshold's choice wants. */
  readonly score: number;
}

export const NOTHING: Answer = { intent: '', score: Number.NEGATIVE_INFINITY };

/** Nearer to 0 and to 1 than this a chance is as good as that. */
const LEAST_CHANCE = 1e-15;

/** For scores from 0 to 1: they pile up at the ends, where small steps mean much. */
export function logOdds(chance: number): number {
  const bounded = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
  return Math.log(bounded / (1 - bounded));
}

/** Some engines answer at once and some only as a promise; each is timed as it is. */
export type Query = (text: string) => Answer | Promise<Answer>;

export interface Trained {
  readonly query: Query;
  /** Size of the model as the engine itself would store it, in bytes. */
  readonly modelBytes?: () => number;
}

export interface Engine {
  readonly name: string;
  readonly version: string;
  /** How it is set up, for the reader of the results. */
  readonly settings: string;
  /** @param development what an engine may learn its score on, but not its intents; may be empty */
  readonly train: (examples: readonly Example[], development: readonly Example[]) => Promise<Trained>;
}
