// Dual coordinate descent (Hsieh et al. 2008, L2 loss) for one class against others.
import { seededRandom } from './random';
import { addRow, dot, SEED, type SparseRows } from './sparseRows';

export interface DescentOptions {
  /** Cost of an error; larger fits the training texts closer. */
  readonly cost: number;
  /** How much dearer it is to miss an example of the class than to claim one of another class. */
  readonly positiveWeight: number;
  /** Visits to all chosen rows; after each, only the rows that bear on the weights are visited. */
  readonly maxRounds: number;
  /** Passes over the rows that bear on the weights, in each round at most. */
  readonly maxPasses: number;
  /** Stop when no dual variable wants to move further than this. */
  readonly tolerance: number;
}

/** One class's weights, overwritten by the next class's. */
export interface ClassWeights {
  /** The weight of each feature, then the bias. */
  readonly weights: Float64Array;
  /** The first `width` are the features whose weight may differ from 0. */
  readonly features: Int32Array;
  readonly width: number;
}

/** Finds the weights that tell class k from the other classes among the first `size` of the rows `chosen`. */
export type Solver = (k: number, chosen: Int32Array, size: number) => ClassWeights;

/** A row whose dual variable is 0 and whose gradient is above this is left alone until the next round. */
const SETTLED_ABOVE = 0.1;

/** Room for the work on one class, used again for the next. */
interface Workspace {
  readonly weights: Float64Array;
  /** The dual variable of each row. */
  readonly alphas: Float64Array;
  /** 1 for each row whose dual variable was ever changed. */
  readonly moved: Uint8Array;
}

export function createSolver(rows: SparseRows, featureCount: number, options: DescentOptions): Solver {
  const weights = new Float64Array(featureCount + 1);
  const work = { weights, alphas: new Float64Array(rows.count), moved: new Uint8Array(rows.count) };
  const active = new Int32Array(rows.count);
  const features = new Int32Array(featureCount);
  const listedFor = new Int32Array(featureCount).fill(-1);
  let width = 0;

  /** Lists the features of every row that was moved, and clears the rows for the next class. */
  function listFeatures(k: number, chosen: Int32Array, size: number): void {
    width = 0;
    for (let s = 0; s < size; s++) {
      const i = chosen[s]!;
      work.alphas[i] = 0;
      if (work.moved[i] === 0) continue;
      work.moved[i] = 0;
      for (let at = rows.starts[i]!; at < rows.starts[i + 1]!; at++) {
        const j = rows.indices[at]!;
        if (listedFor[j] === k) continue;
        listedFor[j] = k;
        features[width++] = j;
      }
    }
  }

  return (k, chosen, size) => {
    for (let f = 0; f < width; f++) weights[features[f]!] = 0;
    weights[featureCount] = 0;
    const random = seededRandom(SEED);
    for (let round = 0; round < options.maxRounds; round++) {
      let swept = sweep(rows, work, k, chosen, size, active, options);
      if (swept.largest < options.tolerance) break;
      for (let pass = 0; pass < options.maxPasses && swept.largest >= options.tolerance; pass++) {
        shuffle(active, swept.kept, random);
        swept = sweep(rows, work, k, active, swept.kept, active, options);
      }
    }
    listFeatures(k, chosen, size);
    return { weights, features, width };
  };
}

/**
 * Moves the dual variable of each of the first `size` rows of `list` to its best value, in order.
 * @param active overwritten with the rows that are not settled; may be `list` itself
 * @returns the number of rows in `active`, and the largest gradient of a variable that was free to move
 */
function sweep(
  rows: SparseRows,
  { weights, alphas, moved }: Workspace,
  k: number,
  list: Int32Array,
  size: number,
  active: Int32Array,
  { cost, positiveWeight }: DescentOptions,
): { readonly kept: number; readonly largest: number } {
  const { norms, classes } = rows;
  const bias = weights.length - 1;
  const diagonal = { positive: 1 / (2 * cost * positiveWeight), negative: 1 / (2 * cost) };
  let kept = 0;
  let largest = 0;
  for (let s = 0; s < size; s++) {
    const i = list[s]!;
    const sign = classes[i] === k ? 1 : -1;
    const extra = sign > 0 ? diagonal.positive : diagonal.negative;
    const alpha = alphas[i]!;
    const gradient = sign * (dot(rows, i, weights) + weights[bias]!) - 1 + extra * alpha;
    if (alpha === 0 && gradient >= 0) {
      if (gradient < SETTLED_ABOVE) active[kept++] = i;
      continue;
    }
    active[kept++] = i;
    largest = Math.max(largest, Math.abs(gradient));
    const updated = Math.max(alpha - gradient / (norms[i]! + extra), 0);
    const step = (updated - alpha) * sign;
    if (step === 0) continue;
    alphas[i] = updated;
    moved[i] = 1;
    addRow(rows, i, step, weights);
    weights[bias]! += step;
  }
  return { kept, largest };
}

/** Brings the first `count` of `list` into random order: descent in a fixed order settles more slowly. */
function shuffle(list: Int32Array, count: number, random: () => number): void {
  for (let s = 0; s < count; s++) {
    const other = s + Math.floor(random() * (count - s));
    const i = list[other]!;
    list[other] = list[s]!;
    list[s] = i;
  }
}
