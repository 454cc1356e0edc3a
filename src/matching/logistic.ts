// Logistic regression of a handful of inputs, by damped Newton steps on the regularised likelihood (Platt 1999).

export interface Observation {
  readonly inputs: readonly number[];
  readonly isTrue: boolean;
  /** How many such observations this one stands for; 1 where absent. */
  readonly weight?: number;
}

/** Keeps weights finite where the inputs tell all cases apart; a share of the observations. */
const RIDGE = 1e-3;
/** Added to the curvature of the bias, which has no ridge, so that it is above 0 where every chance is 0 or 1. */
const BIAS_RIDGE = 1e-9;
const MAX_ROUNDS = 100;
/** No weight moved further in the last round: they are found. */
const SETTLED = 1e-6;

/** A step is halved at most so often: beyond, only rounding is left to gain. */
const MAX_HALVINGS = 30;
/** Rounding, as a share of the loss, is no rise. */
const ROUNDING = 1e-12;

/** The chance, 0..1, that these log odds stand for. */
export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Unbounded. @param weights one for each input, then the bias */
export function logOdds(weights: readonly number[], inputs: readonly number[]): number {
  return inputs.reduce((sum, value, at) => sum + value * weights[at]!, weights[inputs.length]!);
}

/**
 * The weight of each input, then the bias.
 * @param observations with the same number of inputs each, at least one
 */
export function fitLogistic(observations: readonly Observation[]): number[] {
  const size = observations[0]!.inputs.length + 1;
  const ridge = RIDGE * observations.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const gradient = weights.map((weight, j) => (j === size - 1 ? 0 : ridge * weight));
    const hessian = weights.map((_, j) =>
      weights.map((_, k) => (j === k ? (j === size - 1 ? BIAS_RIDGE : ridge) : 0)),
    );
    for (const { inputs, isTrue, weight = 1 } of observations) {
      const extended = [...inputs, 1];
      const chance = sigmoid(logOdds(weights, inputs));
      const slope = weight * chance * (1 - chance);
      for (let j = 0; j < size; j++) {
        gradient[j]! += weight * (chance - (isTrue ? 1 : 0)) * extended[j]!;
        for (let k = 0; k < size; k++) hessian[j]![k]! += slope * extended[j]! * extended[k]!;
      }
    }
    const step = solve(hessian, gradient);
    // Where the chances are near 0 or 1 a whole step leaps too far and the next ones further still.
    const highest = lossOf(observations, weights, ridge) * (1 + ROUNDING);
    let share = 1;
    let next = stepped(weights, step, share);
    for (let n = 0; n < MAX_HALVINGS && !(lossOf(observations, next, ridge) <= highest); n++) {
      share /= 2;
      next = stepped(weights, step, share);
    }
    weights = next;
    if (share * Math.max(...step.map(Math.abs)) < SETTLED) break;
  }
  return weights;
}

const stepped = (weights: readonly number[], step: readonly number[], share: number): number[] =>
  weights.map((weight, j) => weight - share * step[j]!);

/** What the fit makes as small as it can: minus the log likelihood, plus the ridge of all weights but the bias. */
function lossOf(observations: readonly Observation[], weights: readonly number[], ridge: number): number {
  const penalty = weights.slice(0, -1).reduce((sum, weight) => sum + (ridge / 2) * weight ** 2, 0);
  return observations.reduce((sum, { inputs, isTrue, weight = 1 }) => {
    const against = logOdds(weights, inputs) * (isTrue ? -1 : 1);
    return sum + weight * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
  }, penalty);
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
function solve(matrix: number[][], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i]!]);
  rows.forEach((pivotRow, pivot) => {
    rows.forEach((row, i) => {
      if (i === pivot) return;
      const factor = row[pivot]! / pivotRow[pivot]!;
      for (let j = pivot; j < row.length; j++) row[j]! -= factor * pivotRow[j]!;
    });
  });
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}
