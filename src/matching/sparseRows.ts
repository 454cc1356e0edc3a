// Vectors laid end to end in a shuffled order: walking them in memory order visits the classes at random.
import { seededRandom } from './random';
import type { SparseVector } from './vectorizer';

/** Of every order in which training visits rows. */
export const SEED = 0x9e3779b9;

export interface SparseRows {
  readonly count: number;
  /** Row i has the places `starts[i]` to `starts[i + 1]` of `indices` and `values`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each row, with 1 for the bias feature. */
  readonly norms: Float64Array;
  /** The class of each row. */
  readonly classes: Int32Array;
}

/** @param classes the class of each vector */
export function layRows(vectors: readonly SparseVector[], classes: Int32Array): SparseRows {
  const order = shuffled(vectors.length);
  const starts = new Int32Array(vectors.length + 1);
  order.forEach((from, i) => (starts[i + 1] = starts[i]! + vectors[from]!.indices.length));
  const total = starts[vectors.length]!;
  const indices = new Int32Array(total);
  const values = new Float32Array(total);
  const norms = new Float64Array(vectors.length);
  order.forEach((from, i) => {
    const vector = vectors[from]!;
    indices.set(vector.indices, starts[i]);
    values.set(vector.values, starts[i]);
    norms[i] = vector.values.reduce((sum, value) => sum + value * value, 1);
  });
  return {
    count: vectors.length,
    starts,
    indices,
    values,
    norms,
    classes: Int32Array.from(order, (from) => classes[from]!),
  };
}

/** The inner product of row i with the weights of one class, without the bias; four sums, so that no addition waits. */
export function dot({ starts, indices, values }: SparseRows, i: number, weights: Float64Array): number {
  const end = starts[i + 1]!;
  let at = starts[i]!;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (; at + 3 < end; at += 4) {
    a += weights[indices[at]!]! * values[at]!;
    b += weights[indices[at + 1]!]! * values[at + 1]!;
    c += weights[indices[at + 2]!]! * values[at + 2]!;
    d += weights[indices[at + 3]!]! * values[at + 3]!;
  }
  for (; at < end; at++) a += weights[indices[at]!]! * values[at]!;
  return a + b + c + d;
}

/** Adds `step` times row i to the weights of one class. */
export function addRow(
  { starts, indices, values }: SparseRows,
  i: number,
  step: number,
  weights: Float64Array,
): void {
  const end = starts[i + 1]!;
  for (let at = starts[i]!; at < end; at++) weights[indices[at]!]! += step * values[at]!;
}

/** 0 to count - 1 in an order that is random, yet always the same: the same knowledge trains the same model. */
function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = seededRandom(SEED);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
