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
  const wide: Wide[] = [];
  scores.set(biases);
  for (let i = 0; i < indices.length; i++) {
    const value = values[i]!;
    const start = starts[indices[i]!]!;
    const end = starts[indices[i]! + 1]!;
    if (end - start === biases.length) wide.push({ start, value });
    else for (let at = start; at < end; at++) scores[owners[at]!]! += value * weights[at]!;
  }
  for (let w = 0; w < wide.length; w += 4) addWide(wide.slice(w, w + 4), weights, scores);
}

/** A feature for which every class has a weight, from `start` on, and its value in the vector. */
interface Wide {
  readonly start: number;
  readonly value: number;
}

const NOTHING: Wide = { start: 0, value: 0 };

/** Adds up to four features to the scores at once: each score is then read and written once, not four times. */
function addWide(
  [a = NOTHING, b = NOTHING, c = NOTHING, d = NOTHING]: readonly Wide[],
  weights: Float32Array,
  scores: Float64Array,
): void {
  for (let k = 0; k < scores.length; k++) {
    scores[k]! +=
      a.value * weights[a.start + k]! +
      b.value * weights[b.start + k]! +
      c.value * weights[c.start + k]! +
      d.value * weights[d.start + k]!;
  }
}
