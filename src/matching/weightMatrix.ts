// The weights of all classes, feature by feature, without those near 0.
import type { ClassWeights } from './dualDescent';
import type { SparseVector } from './vectorizer';

/** Feature j has the places `starts[j]` to `starts[j + 1]` of `owners` and `weights`. */
export interface WeightMatrix {
  readonly starts: Int32Array;
  /** The number of the class that each weight belongs to, ascending within a feature. */
  readonly owners: Uint16Array;
  readonly weights: Float32Array;
  /** One for each class. */
  readonly biases: Float32Array;
}

/** Class numbers are 16 bits wide. */
export const MAX_CLASSES = 65_536;

/** The weights of one class that are kept. */
export interface KeptWeights {
  readonly features: Int32Array;
  readonly weights: Float32Array;
  readonly bias: number;
}

/**
 * @param dense features kept whatever their weight, so that every class has them and scoring needs no owners
 * @param smallest weights nearer to 0 than this are dropped
 */
export function keepWeights(
  { weights, features, width }: ClassWeights,
  dense: Int32Array,
  smallest: number,
): KeptWeights {
  const isDense = new Set(dense);
  const kept = [...dense];
  for (let f = 0; f < width; f++) {
    const j = features[f]!;
    if (Math.abs(weights[j]!) >= smallest && weights[j] !== 0 && !isDense.has(j)) kept.push(j);
  }
  return {
    features: Int32Array.from(kept),
    weights: Float32Array.from(kept, (j) => weights[j]!),
    bias: weights.at(-1)!,
  };
}

export function assembleMatrix(classes: readonly KeptWeights[], featureCount: number): WeightMatrix {
  const starts = new Int32Array(featureCount + 1);
  for (const { features } of classes) for (const j of features) starts[j + 1]!++;
  for (let j = 0; j < featureCount; j++) starts[j + 1]! += starts[j]!;
  const total = starts[featureCount]!;
  const owners = new Uint16Array(total);
  const weights = new Float32Array(total);
  const places = starts.slice();
  classes.forEach(({ features, weights: own }, k) => {
    features.forEach((j, f) => {
      const place = places[j]!++;
      owners[place] = k;
      weights[place] = own[f]!;
    });
  });
  return { starts, owners, weights, biases: Float32Array.from(classes, ({ bias }) => bias) };
}

/** Writes the inner product of the vector with each class's weights, plus its bias, into `scores`. */
export function multiply(
  { starts, owners, weights, biases }: WeightMatrix,
  { indices, values }: SparseVector,
  scores: Float64Array,
): void {
  // Three places more than ever needed: the last group of four is filled up with features of value 0.
  const wideStarts = new Int32Array(indices.length + 3);
  const wideValues = new Float32Array(indices.length + 3);
  let width = 0;
  scores.set(biases);
  for (let i = 0; i < indices.length; i++) {
    const value = values[i]!;
    const start = starts[indices[i]!]!;
    const end = starts[indices[i]! + 1]!;
    if (end - start === biases.length) {
      wideStarts[width] = start;
      wideValues[width++] = value;
    } else {
      for (let at = start; at < end; at++) scores[owners[at]!]! += value * weights[at]!;
    }
  }
  for (let w = 0; w < width; w += 4) {
    addFour(weights, wideStarts.subarray(w, w + 4), wideValues.subarray(w, w + 4), scores);
  }
}

/**
 * Adds four features that every class has a weight for: each score is then read and written once, not four times.
 * @param starts where the weights of each feature begin
 * @param values of each feature in the vector
 */
function addFour(
  weights: Float32Array,
  starts: Int32Array,
  values: Float32Array,
  scores: Float64Array,
): void {
  const [a, b, c, d] = [starts[0]!, starts[1]!, starts[2]!, starts[3]!];
  const [va, vb, vc, vd] = [values[0]!, values[1]!, values[2]!, values[3]!];
  for (let k = 0; k < scores.length; k++) {
    scores[k]! += va * weights[a + k]! + vb * weights[b + k]! + vc * weights[c + k]! + vd * weights[d + k]!;
  }
}
