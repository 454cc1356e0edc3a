// From raw scores to a confidence: how often a match that looks like this one was right on utterances left out.
import { fitLogistic, logOdds, sigmoid } from './logistic';
import { isNone } from './topics';

interface Scored {
  readonly topic: string;
  readonly score: number;
}

/** What a confidence is computed from, for one topic of one utterance. */
export type Evidence = readonly [
  score: number,
  lead: number,
  leadOverBackground: number,
  unknownShare: number,
];

/** Weights of the evidence, then the bias. */
export type Calibration = readonly number[];

/** Where there is nothing to learn from, any match is as likely right as wrong. */
const UNCERTAIN: Calibration = [0, 0, 0, 0, 0];

/** Stands in for a rival or a background that is not there: the linear score of a text that has nothing of a class. */
const NOTHING_OF_IT = -1;

/**
 * Evidence for each topic that something answers, in the order of `scores`.
 * @param unknownShare share of the utterance's words that neither the knowledge nor its speller knows, 0..1
 * @param isBackground true for topics that nothing answers
 */
export function evidenceOf<T extends Scored>(
  scores: readonly T[],
  unknownShare: number,
  isBackground: (topic: string) => boolean = isNone,
): { readonly match: T; readonly evidence: Evidence }[] {
  const background = scores.find(({ topic }) => isBackground(topic))?.score ?? NOTHING_OF_IT;
  const matches = scores.filter(({ topic }) => !isBackground(topic));
  return matches.map((match, at) => {
    const rival = matches[at === 0 ? 1 : 0]?.score ?? NOTHING_OF_IT;
    return { match, evidence: [match.score, match.score - rival, match.score - background, unknownShare] };
  });
}

/** 0..1: the chance that the match is right, by logistic regression. */
export const confidenceOf = (calibration: Calibration, evidence: Evidence): number =>
  sigmoid(logOdds(calibration, evidence));

/** A match for an utterance that the classifier did not learn from. */
export interface Outcome {
  readonly evidence: Evidence;
  readonly right: boolean;
}

/** The confidence that is right as often as it says; 0.5 where there are no outcomes. */
export const fitCalibration = (outcomes: readonly Outcome[]): Calibration =>
  outcomes.length > 0
    ? fitLogistic(outcomes.map(({ evidence, right }) => ({ inputs: evidence, isTrue: right })))
    : UNCERTAIN;

/** What the best match for an utterance came to. */
export interface Trial extends Outcome {
  /** True where nothing should have matched. */
  readonly outOfScope: boolean;
}

/**
 * The confidence that tells best what is in scope from what is not, brought to a scale on which it is right as often as
 * it says. Utterances in scope and out of scope weigh the same in the first step, however few there are of either.
 */
export function fitScopeCalibration(trials: readonly Trial[]): Calibration {
  const outside = trials.filter(({ outOfScope }) => outOfScope).length;
  if (outside === 0 || outside === trials.length) return fitCalibration(trials);
  const balance = (trials.length - outside) / outside;
  const scope = fitLogistic(
    trials.map(({ evidence, outOfScope }) => ({
      inputs: evidence,
      isTrue: !outOfScope,
      weight: outOfScope ? balance : 1,
    })),
  );
  const [slope, bias] = fitLogistic(
    trials.map(({ evidence, right }) => ({ inputs: [logOdds(scope, evidence)], isTrue: right })),
  ) as [number, number];
  return [...scope.slice(0, -1).map((weight) => weight * slope), scope.at(-1)! * slope + bias];
}
