// Random choices that are the same for the same seed and number, whatever ran before or beside.
import { seededRandom } from '../../src/matching/random';

export interface Chance {
  /** 0 to `below` - 1. */
  below(below: number): number;
  /** True in `share` of all cases, 0 to 1. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** @param at number of the request within the run */
export function chanceOf(seed: number, at: number): Chance {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b));
  const below = (most: number): number => Math.floor(random() * most);
  return {
    below,
    happens: (share) => random() < share,
    pick: (from) => from[below(from.length)]!,
  };
}
