// One-vs-rest linear support vector machines, trained by dual coordinate descent (Hsieh et al. 2008, L2-loss).
import type { SparseVector } from './vectorizer';

export interface TrainingOptions {
  /** Cost of an error; larger fits the training texts closer. */
  readonly cost: number;
  /** How much dearer it is to miss an example of the class than to claim one of another class. */
  readonly positiveWeight: number;
  /** Passes over the data at most. */
  readonly maxPasses: number;
  /** Stop when no dual variable wants to move further than this. */
  readonly tolerance: number;
}

export const DEFAULT_TRAINING: TrainingOptions = { cost: 1, positiveWeight: 4, maxPasses: 5, tolerance: 0.3 };

/** A value: weights are stored feature by feature, so that scoring walks memory in order. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** Weight of class k at feature j: `weights[j * classes.length + k]`; the last row is the bias. */
  readonly weights: Float32Array;
}

/** Training vectors laid end to end: one typed array walks the cache where an array of vectors would not. */
interface Rows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each row, with 1 for the bias feature. */
  readonly norms: Float64Array;
}

/**
 * @param labels the class of each vector
 * @param featureCount exclusive upper bound of the vectors' indices
 */
export function trainLinearModel(
  vectors: readonly SparseVector[],
  labels: readonly string[],
  featureCount: number,
  options: TrainingOptions = DEFAULT_TRAINING,
): LinearModel {
  const classes = [...new Set(labels)].sort();
  const rows = layRows(vectors);
  const weights = new Float32Array((featureCount + 1) * classes.length);
  classes.forEach((name, k) => {
    const row = trainOne(
      rows,
      Int8Array.from(labels, (label) => (label === name ? 1 : -1)),
      featureCount,
      options,
    );
    for (let j = 0; j <= featureCount; j++) weights[j * classes.length + k] = row[j]!;
  });
  return { classes, weights };
}

/** Raw scores (signed distances, unbounded) of every class, in the order of `model.classes`. */
export function scoreClasses(
  { classes, weights }: LinearModel,
  { indices, values }: SparseVector,
): Float64Array {
  const count = classes.length;
  const bias = weights.length - count;
  const scores = new Float64Array(count);
  for (let k = 0; k < count; k++) scores[k] = weights[bias + k]!;
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]! * count;
    const value = values[i]!;
    for (let k = 0; k < count; k++) scores[k]! += value * weights[row + k]!;
  }
  return scores;
}

function layRows(vectors: readonly SparseVector[]): Rows {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach(({ indices }, i) => (starts[i + 1] = starts[i]! + indices.length));
  const total = starts[vectors.length]!;
  const rows = {
    count: vectors.length,
    starts,
    indices: new Int32Array(total),
    values: new Float32Array(total),
  };
  vectors.forEach(({ indices, values }, i) => {
    rows.indices.set(indices, starts[i]);
    rows.values.set(values, starts[i]);
  });
  const norms = Float64Array.from(vectors, ({ values }) =>
    values.reduce((sum, value) => sum + value * value, 1),
  );
  return { ...rows, norms };
}

/** The weights of the class whose rows have sign 1, bias last. */
function trainOne(
  { count, starts, indices, values, norms }: Rows,
  signs: Int8Array,
  featureCount: number,
  { cost, positiveWeight, maxPasses, tolerance }: TrainingOptions,
): Float64Array {
  const weights = new Float64Array(featureCount + 1);
  const alphas = new Float64Array(count);
  const diagonal = { positive: 1 / (2 * cost * positiveWeight), negative: 1 / (2 * cost) };
  const order = Int32Array.from(alphas, (_, i) => i);
  const random = seededRandom();
  let active = count;
  // A row whose dual variable is 0 and whose gradient exceeds this is settled for now (liblinear's shrinking).
  let settledAbove = Infinity;

  for (let pass = 0; pass < maxPasses; pass++) {
    let largest = 0;
    for (let s = 0; s < active; s++) {
      const other = s + Math.floor(random() * (active - s));
      const i = order[other]!;
      order[other] = order[s]!;
      order[s] = i;
    }
    for (let s = 0; s < active; s++) {
      const i = order[s]!;
      const sign = signs[i]!;
      const extra = sign > 0 ? diagonal.positive : diagonal.negative;
      const alpha = alphas[i]!;
      const end = starts[i + 1]!;
      let dot = weights[featureCount]!;
      for (let at = starts[i]!; at < end; at++) dot += weights[indices[at]!]! * values[at]!;
      const gradient = sign * dot - 1 + extra * alpha;
      if (alpha === 0 && gradient > 0) {
        if (gradient > settledAbove) {
          active--;
          order[s] = order[active]!;
          order[active] = i;
          s--;
        }
        continue;
      }
      largest = Math.max(largest, Math.abs(gradient));
      const updated = Math.max(alpha - gradient / (norms[i]! + extra), 0);
      const step = (updated - alpha) * sign;
      if (step === 0) continue;
      alphas[i] = updated;
      for (let at = starts[i]!; at < end; at++) weights[indices[at]!]! += step * values[at]!;
      weights[featureCount]! += step;
    }
    if (largest < tolerance) {
      if (active === count) break;
      active = count;
      settledAbove = Infinity;
    } else {
      settledAbove = largest;
    }
  }
  return weights;
}

/** mulberry32 with a fixed seed: the same knowledge always trains the same model. */
function seededRandom(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
