// From which score on to answer, chosen on labelled texts that the classifier did not learn from.
import { sigmoid } from './logistic';

/** What a classifier made of one text. */
export interface ScoredTrial {
  /** Of its best label; on a scale where equal steps mean alike (log odds, not probabilities). */
  readonly score: number;
  readonly right: boolean;
  readonly outOfScope: boolean;
}

/**
 * How many messages of a service in use are taken to be in scope, 0..1. It stands in for the mixture of the labelled
 * set, which is an accident of how it was made; at equal parts the best threshold refuses every tenth good question.
 */
const IN_SCOPE_SHARE = 0.7;

/** The spread of the logistic distribution of scale 1. */
const LOGISTIC_SPREAD = Math.PI / Math.sqrt(3);

/**
 * The score from which on answering is worth it: the one that maximises the share of messages handled right, which is
 * `IN_SCOPE_SHARE` parts in-scope accuracy and the rest out-of-scope recall.
 *
 * Development sets hold few out-of-scope texts (100 in CLINC150), so the raw shares are stairs whose highest step is luck.
 * Each trial therefore counts as a slope in place of a step, of the width that Silverman's rule gives for its kind (1986,
 * eq. 3.31). Over resamplings of that set the chosen threshold moves half as much as with steps.
 * @returns -Infinity where no trial is out of scope: nothing speaks for holding an answer back
 */
export function chooseThreshold(trials: readonly ScoredTrial[]): number {
  const inScope = trials.filter(({ outOfScope }) => !outOfScope);
  const outside = trials.filter(({ outOfScope }) => outOfScope).map(({ score }) => score);
  if (outside.length === 0) return -Infinity;
  const right = inScope.filter((trial) => trial.right).map(({ score }) => score);
  const widthIn = widthOf(inScope.map(({ score }) => score));
  const widthOut = widthOf(outside);

  let best = { threshold: -Infinity, worth: -Infinity };
  // A sigmoid is a step from 0 to 1 with its corners rounded off.
  for (const threshold of gridOver(trials.map(({ score }) => score))) {
    const answered = right.reduce((sum, score) => sum + sigmoid((score - threshold) / widthIn), 0);
    const refused = outside.reduce((sum, score) => sum + sigmoid((threshold - score) / widthOut), 0);
    const worth =
      (IN_SCOPE_SHARE * answered) / Math.max(1, inScope.length) +
      ((1 - IN_SCOPE_SHARE) * refused) / outside.length;
    if (worth > best.worth) best = { threshold, worth };
  }
  return best.threshold;
}

/** Scale of the logistic kernel for these scores; above 0, so that equal scores still give a step. */
function widthOf(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, score) => sum + score, 0) / sorted.length;
  const deviation = Math.sqrt(sorted.reduce((sum, score) => sum + (score - mean) ** 2, 0) / sorted.length);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const quartiles = (at(0.75) - at(0.25)) / 1.34;
  const spread = Math.min(deviation || Infinity, quartiles || Infinity);
  return Number.isFinite(spread) ? (0.9 * spread * sorted.length ** -0.2) / LOGISTIC_SPREAD : 1e-6;
}

const GRID = 1_000;

/** The lowest score, places between neighbours, evenly over the ranks and about `GRID` of them, and one above all scores. */
function gridOver(scores: readonly number[]): number[] {
  const sorted = [...new Set(scores)].sort((a, b) => a - b);
  const stride = Math.max(1, sorted.length / GRID);
  const places = [sorted[0]!];
  for (let at = stride; at < sorted.length; at += stride) {
    const index = Math.floor(at);
    places.push((sorted[index - 1]! + sorted[index]!) / 2);
  }
  return [...places, sorted.at(-1)! + 1];
}
