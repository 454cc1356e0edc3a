// How near a text comes in meaning to the phrasings that a class was learned from.
import { DIMENSIONS } from './wordVectors';

/** The meanings of the training texts, class by class; components are in 1/127, an eighth of the memory of numbers. */
export interface Phrasings {
  /** Class k has the rows `starts[k]` to `starts[k + 1]`. */
  readonly starts: Int32Array;
  readonly meanings: Int8Array;
}

const SCALE = 127;

/**
 * @param meanings of length 1 each, or all zeros
 * @param classes the class of each, 0 to `count` - 1
 */
export function layPhrasings(
  meanings: readonly Float32Array[],
  classes: readonly number[],
  count: number,
): Phrasings {
  const starts = new Int32Array(count + 1);
  for (const k of classes) starts[k + 1]!++;
  for (let k = 0; k < count; k++) starts[k + 1]! += starts[k]!;
  const places = starts.slice();
  const laid = new Int8Array(meanings.length * DIMENSIONS);
  meanings.forEach((meaning, i) => {
    const place = places[classes[i]!]!++;
    laid.set(
      meaning.map((component) => Math.round(component * SCALE)),
      place * DIMENSIONS,
    );
  });
  return { starts, meanings: laid };
}

/**
 * The cosine of `meaning` with the nearest phrasing of class k, -1..1, off by up to 0.02 for rounding; 0 where either has
 * no words with a meaning, -1 for a class without phrasings.
 */
export function likeness({ starts, meanings }: Phrasings, k: number, meaning: Float32Array): number {
  // An imported constant would be looked up each time it is read, which would take most of the time here.
  const size = meaning.length;
  const end = starts[k + 1]! * size;
  let nearest = -SCALE;
  for (let row = starts[k]! * size; row < end; row += size) {
    // Four sums side by side: additions to one would wait for each other.
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < size; at += 4) {
      a += meaning[at]! * meanings[row + at]!;
      b += meaning[at + 1]! * meanings[row + at + 1]!;
      c += meaning[at + 2]! * meanings[row + at + 2]!;
      d += meaning[at + 3]! * meanings[row + at + 3]!;
    }
    const cosine = a + b + (c + d);
    if (cosine > nearest) nearest = cosine;
  }
  return nearest / SCALE;
}
