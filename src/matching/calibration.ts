// From raw scores to a confidence: how often a match that looks like this one was right on utterances left out.
import { isNone } from './topics';
import type { TopicScore } from './intentClassifier';

/** What a confidence is computed from, for one topic of one utterance. */
export type Evidence = readonly [
  score: number,
  lead: number,
  leadOverBackground: number,
  unknownShare: number,
];

/** Weights of the evidence, then the bias. */
export type Calibration = readonly number[];

/**
 * Evidence for each topic that something answers, in the order of `scores`.
 * @param unknownShare share of the utterance's words that neither the knowledge nor its speller knows, 0..1
 */
export function evidenceOf(
  scores: readonly TopicScore[],
  unknownShare: number,
): { readonly match: TopicScore; readonly evidence: Evidence }[] {
  const background = scores.find(({ topic }) => isNone(topic))?.score ?? -1;
  const matches = scores.filter(({ topic }) => !isNone(topic));
  return matches.map((match, at) => {
    const rival = matches[at === 0 ? 1 : 0]?.score ?? -1;
    return { match, evidence: [match.score, match.score - rival, match.score - background, unknownShare] };
  });
}

/** 0..1: the chance that the match is right, by logistic regression. */
export function confidenceOf(calibration: Calibration, evidence: Evidence): number {
  const bias = calibration[evidence.length]!;
  return 1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * calibration[at]!, bias)));
}

/**
 * Fits the weights by Newton's method on the regularised log-likelihood (Platt 1999, with several inputs).
 * @param outcomes evidence of matches on utterances the classifier did not learn from, and whether each was right
 */
export function fitCalibration(
  outcomes: readonly { readonly evidence: Evidence; readonly right: boolean }[],
): Calibration {
  const size = 5;
  const ridge = 1e-3 * outcomes.length;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight, j) => (j === size - 1 ? 0 : ridge * weight));
    const hessian = weights.map((_, j) =>
      weights.map((_, k) => (j === k ? (j === size - 1 ? 1e-9 : ridge) : 0)),
    );
    for (const { evidence, right } of outcomes) {
      const inputs = [...evidence, 1];
      const chance = confidenceOf(weights, evidence);
      const slope = chance * (1 - chance);
      for (let j = 0; j < size; j++) {
        gradient[j]! += (chance - (right ? 1 : 0)) * inputs[j]!;
        for (let k = 0; k < size; k++) hessian[j]![k]! += slope * inputs[j]! * inputs[k]!;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, j) => weight - step[j]!);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
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
