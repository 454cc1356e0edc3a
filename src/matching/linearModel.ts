// One-vs-rest linear support vector machines, from tens of classes to tens of thousands (DESIGN.md, "Matching").
import { createSolver, type DescentOptions } from './dualDescent';
import { createRowChooser } from './rivals';
import { layRows, type SparseRows } from './sparseRows';
import type { SparseVector } from './vectorizer';
import { assembleMatrix, keepWeights, MAX_CLASSES, multiply, type WeightMatrix } from './weightMatrix';

export interface TrainingOptions extends DescentOptions {
  /**
   * Pairs of a class and a row of another class to train on, at most: bounds the time, at 1 to 2 microseconds a pair.
   * Up to it no row is left out; beyond it each class gets an equal share (rivals.ts).
   */
  readonly maxPairs: number;
  /** Weights nearer to 0 than this are dropped. They are many and decide little. */
  readonly smallestWeight: number;
}

export const DEFAULT_TRAINING: TrainingOptions = {
  cost: 1,
  positiveWeight: 4,
  maxRounds: 2,
  maxPasses: 5,
  tolerance: 0.3,
  maxPairs: 6_000_000,
  smallestWeight: 0.02,
};

/** A value. Class k is `classes[k]`. */
export interface LinearModel {
  readonly classes: readonly string[];
  readonly matrix: WeightMatrix;
}

/** Features of at least this share of the rows, like the parts of a word embedding, keep every weight. */
const DENSE_SHARE = 0.5;

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
  if (classes.length > MAX_CLASSES) throw new RangeError(`more than ${MAX_CLASSES} classes`);
  const numberOf = new Map(classes.map((name, k) => [name, k]));
  const rows = layRows(
    vectors,
    Int32Array.from(labels, (label) => numberOf.get(label)!),
  );
  const limit = Math.ceil(options.maxPairs / classes.length);
  const choose = createRowChooser(rows, featureCount, membersOf(rows, classes.length), limit);
  const solve = createSolver(rows, featureCount, options);
  const dense = denseFeatures(rows, featureCount);
  const chosen = new Int32Array(rows.count);
  const kept = classes.map((_, k) =>
    keepWeights(solve(k, chosen, choose(k, chosen)), dense, options.smallestWeight),
  );
  return { classes, matrix: assembleMatrix(kept, featureCount) };
}

/**
 * Raw scores (signed distances, unbounded) of every class, in the order of `model.classes`.
 * @param scores room for them, for callers that score often
 */
export function scoreClasses(
  { classes, matrix }: LinearModel,
  vector: SparseVector,
  scores: Float64Array = new Float64Array(classes.length),
): Float64Array {
  multiply(matrix, vector, scores);
  return scores;
}

/** The rows of each class, ascending. */
function membersOf({ classes }: SparseRows, count: number): Int32Array[] {
  const members = Array.from({ length: count }, (): number[] => []);
  classes.forEach((k, i) => members[k]!.push(i));
  return members.map((own) => Int32Array.from(own));
}

function denseFeatures({ count, indices }: SparseRows, featureCount: number): Int32Array {
  const frequencies = new Int32Array(featureCount);
  for (const j of indices) frequencies[j]!++;
  const dense: number[] = [];
  frequencies.forEach((seen, j) => {
    if (seen >= DENSE_SHARE * count) dense.push(j);
  });
  return Int32Array.from(dense);
}
