// Which rows of other classes a class is trained against where all would be too many: mostly those nearest to it.
import type { SparseRows } from './sparseRows';

/** Features of more rows than this share tell classes apart badly and would make the search visit every row. */
const COMMON_SHARE = 0.005;
/** Features of so few rows are never common. */
const RARE_ROWS = 50;
/** How much of the limit the nearest rows get; the others are taken in turn, so that far utterances score low too. */
const NEAR_SHARE = 0.85;
/** Fineness with which the nearest rows are told from the others. */
const STEPS = 1024;

/** For each feature that is not common, the rows that have it: feature j has places `starts[j]` to `starts[j + 1]`. */
interface Postings {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Writes the rows that class k is trained on, its own among them, into `chosen` in ascending order; gives their number. */
export type RowChooser = (k: number, chosen: Int32Array) => number;

/**
 * @param members the rows of each class
 * @param limit rows of other classes at most; where there are no more, all of them
 */
export function createRowChooser(
  rows: SparseRows,
  featureCount: number,
  members: readonly Int32Array[],
  limit: number,
): RowChooser {
  const { count, classes } = rows;
  const compare = createComparer(rows, postRows(rows, featureCount), featureCount);
  const near = Math.floor(limit * NEAR_SHARE);
  const similarities = new Float32Array(count);
  const similar = new Int32Array(count);
  /** The class that each row was last chosen for. */
  const chosenFor = new Int32Array(count).fill(-1);
  let next = 0;

  return (k, chosen) => {
    const own = members[k]!;
    if (count - own.length <= limit) {
      for (let i = 0; i < count; i++) chosen[i] = i;
      return count;
    }
    chosen.set(own);
    let size = own.length;
    const take = (i: number) => {
      chosenFor[i] = k;
      chosen[size++] = i;
    };
    const found = compare(own, similarities, similar);
    for (const i of own) similarities[i] = 0;
    const least = leastOfBest(similarities, similar, found, near);
    for (let s = 0; s < found; s++) {
      const i = similar[s]!;
      if (similarities[i]! >= least) take(i);
      similarities[i] = 0;
    }
    for (const end = own.length + limit; size < end; next = (next + 1) % count) {
      if (classes[next] !== k && chosenFor[next] !== k) take(next);
    }
    chosen.subarray(0, size).sort();
    return size;
  };
}

/**
 * Adds to `similarities` (all 0 before) the inner product of each row with the sum of the rows `own`, over features that
 * are not common; lists in `similar` the rows that have any, and gives their number.
 */
type Comparer = (own: Int32Array, similarities: Float32Array, similar: Int32Array) => number;

function createComparer(
  { starts, indices, values }: SparseRows,
  postings: Postings,
  featureCount: number,
): Comparer {
  const sums = new Float32Array(featureCount);
  const features = new Int32Array(featureCount);
  return (own, similarities, similar) => {
    let width = 0;
    for (const i of own) {
      for (let at = starts[i]!; at < starts[i + 1]!; at++) {
        const j = indices[at]!;
        if (sums[j] === 0) features[width++] = j;
        sums[j]! += values[at]!;
      }
    }
    let found = 0;
    for (let f = 0; f < width; f++) {
      const j = features[f]!;
      const sum = sums[j]!;
      sums[j] = 0;
      const end = postings.starts[j + 1]!;
      for (let at = postings.starts[j]!; at < end; at++) {
        const i = postings.rows[at]!;
        if (similarities[i] === 0) similar[found++] = i;
        similarities[i]! += sum * postings.values[at]!;
      }
    }
    return found;
  };
}

/** A similarity above 0 that at most `most` of the `found` rows listed in `similar` reach, and few others come near to. */
function leastOfBest(similarities: Float32Array, similar: Int32Array, found: number, most: number): number {
  let highest = 0;
  for (let s = 0; s < found; s++) highest = Math.max(highest, similarities[similar[s]!]!);
  if (highest === 0) return Infinity;
  const counts = new Int32Array(STEPS + 1);
  for (let s = 0; s < found; s++) {
    counts[Math.max(0, Math.floor((similarities[similar[s]!]! / highest) * STEPS))]!++;
  }
  let step = STEPS + 1;
  for (let above = 0; step > 1 && above + counts[step - 1]! <= most; step--) above += counts[step - 1]!;
  return (step / STEPS) * highest;
}

function postRows({ count, starts, indices, values }: SparseRows, featureCount: number): Postings {
  const most = Math.max(RARE_ROWS, COMMON_SHARE * count);
  const frequencies = new Int32Array(featureCount);
  for (const j of indices) frequencies[j]!++;
  const ends = new Int32Array(featureCount + 1);
  frequencies.forEach((seen, j) => (ends[j + 1] = ends[j]! + (seen <= most ? seen : 0)));
  const total = ends[featureCount]!;
  const postings = { starts: ends, rows: new Int32Array(total), values: new Float32Array(total) };
  const places = ends.slice();
  for (let i = 0; i < count; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const j = indices[at]!;
      if (frequencies[j]! > most) continue;
      const place = places[j]!++;
      postings.rows[place] = i;
      postings.values[place] = values[at]!;
    }
  }
  return postings;
}
