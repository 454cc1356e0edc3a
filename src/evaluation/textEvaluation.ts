// The matcher measured on any labelled texts: trained on one set, its threshold chosen on another, judged on a third.
import {
  createTextMatcher,
  trainTextMatcher,
  type TextMatch,
  type TextMatcher,
} from '../matching/textMatcher';
import { tokenize } from '../matching/tokens';
import type { Outcome } from './confusion';
import { groupedFolds } from './folds';
import { OUT_OF_SCOPE, type LabelledText } from './labelled';
import { auroc, percentile, shareOf, type CalibrationPoint } from './metrics';
import { chooseThreshold, type ScoredTrial } from './threshold';
import { seededRandom, withTypos } from './typos';

/** The line that is printed; shares 0..1, null where the test set has nothing to measure it on. */
export interface TextFigures {
  /** In scope, best intent right, whatever the confidence. */
  readonly accuracy: number;
  /** In scope, right and at or above the threshold. */
  readonly inScope: number;
  /** Out of scope and below the threshold. */
  readonly oosRecall: number | null;
  readonly auroc: number | null;
  /** `accuracy` with one and two slips an utterance. */
  readonly typo1: number;
  readonly typo2: number;
  readonly trainMs: number;
  /** Of one match, microseconds. */
  readonly p50us: number;
  readonly p99us: number;
  /** Resident memory of the process with the model in it, after the test. */
  readonly rssMb: number;
}

export interface TextEvaluation {
  readonly figures: TextFigures;
  /** Confidence from which on an answer is given, 0..1. */
  readonly threshold: number;
  readonly calibration: readonly CalibrationPoint[];
  /** The test set with the threshold; below it `OUT_OF_SCOPE` is what was got. */
  readonly outcomes: readonly Outcome[];
}

export interface TextSets {
  readonly train: readonly LabelledText[];
  readonly dev?: readonly LabelledText[];
  readonly test: readonly LabelledText[];
}

/** What the process alone can tell, and where progress goes. */
export interface Instruments {
  /** Milliseconds, from any start. */
  readonly now: () => number;
  readonly rssMb: () => number;
  readonly progress: (step: string) => void;
}

const FOLDS = 3;
const TYPO_SEED = 2019;

export function evaluateTexts({ train, dev, test }: TextSets, instruments: Instruments): TextEvaluation {
  const { now, rssMb, progress } = instruments;
  progress(`Training on ${train.length} texts ...`);
  const start = now();
  const matcher = trainOn(train);
  const trainMs = now() - start;

  progress(`Testing on ${test.length} texts ...`);
  const times: number[] = [];
  const trials = test.map((each) => {
    const before = now();
    const match = matcher.match(each.text);
    times.push(1_000 * (now() - before));
    return trialOf(match, each);
  });
  times.sort((a, b) => a - b);
  const [typo1, typo2] = [1, 2].map((slips) => accuracyWithTypos(matcher, test, slips)) as [number, number];
  // Before cross-validation, whose models are not the one being measured.
  const memory = rssMb();

  const threshold = dev?.some(isOutOfScope)
    ? chooseThreshold(dev.map((each) => trialOf(matcher.match(each.text), each)))
    : chooseThreshold(crossTrials(train, progress));
  const inScope = trials.filter(({ outOfScope }) => !outOfScope);
  const outside = trials.filter(({ outOfScope }) => outOfScope).map(({ score }) => score);
  const count = (belongs: (trial: Trial) => boolean) => inScope.filter(belongs).length;
  return {
    figures: {
      accuracy: shareOf(
        count(({ right }) => right),
        inScope.length,
      ),
      inScope: shareOf(
        count(({ right, score }) => right && score >= threshold),
        inScope.length,
      ),
      oosRecall:
        outside.length === 0
          ? null
          : shareOf(outside.filter((score) => score < threshold).length, outside.length),
      auroc:
        outside.length === 0
          ? null
          : auroc(
              inScope.map(({ score }) => score),
              outside,
            ),
      typo1,
      typo2,
      trainMs,
      p50us: percentile(times, 0.5),
      p99us: percentile(times, 0.99),
      rssMb: memory,
    },
    threshold: 1 / (1 + Math.exp(-threshold)),
    calibration: trials.map(({ confidence, right }) => ({ confidence, right })),
    outcomes: trials.map(({ label, score }, at) => ({
      wanted: test[at]!.intent,
      got: score >= threshold ? label : OUT_OF_SCOPE,
      text: test[at]!.text,
    })),
  };
}

interface Trial extends ScoredTrial, CalibrationPoint {
  /** The best intent, whatever the confidence. */
  readonly label: string;
}

const isOutOfScope = ({ intent }: LabelledText): boolean => intent === OUT_OF_SCOPE;

const trainOn = (examples: readonly LabelledText[]): TextMatcher =>
  createTextMatcher(trainTextMatcher(examples.map(({ text, intent }) => ({ text, label: intent }))));

/** Log odds beyond this are all the same certainty, and would be infinite at a confidence of 1. */
const MOST_LOG_ODDS = 20;

/** The score is the log odds of the confidence; where the background class is best, no answer is surer than a poor one. */
function trialOf({ ranking, confidence }: TextMatch, { intent }: LabelledText): Trial {
  const label = ranking.find((each) => each.label !== OUT_OF_SCOPE)?.label ?? OUT_OF_SCOPE;
  const odds = Math.log(confidence / (1 - confidence));
  const bounded = Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, odds));
  const isBackground = ranking[0]?.label === OUT_OF_SCOPE;
  const score = isBackground ? -Math.abs(bounded) : bounded;
  const outOfScope = intent === OUT_OF_SCOPE;
  return {
    label,
    score,
    confidence: isBackground ? Math.min(confidence, 1 - confidence) : confidence,
    right: !outOfScope && label === intent,
    outOfScope,
  };
}

function accuracyWithTypos({ match }: TextMatcher, test: readonly LabelledText[], slips: number): number {
  const random = seededRandom(TYPO_SEED);
  const inScope = test.filter((each) => !isOutOfScope(each));
  const right = inScope.filter((each) => trialOf(match(withTypos(each.text, slips, random)), each).right);
  return shareOf(right.length, inScope.length);
}

/**
 * Trials on the training set itself, each text put to a matcher that learned neither it nor its near-copies. Where no
 * text is out of scope, each fold leaves out a part of the intents whole: their texts are then what nothing answers.
 */
function crossTrials(train: readonly LabelledText[], progress: Instruments['progress']): ScoredTrial[] {
  const labels = train.map(({ intent }) => intent);
  const foldOf = groupedFolds(
    train.map(({ text }) => tokenize(text)),
    labels,
    FOLDS,
  );
  const intents = [...new Set(labels)].sort();
  const leftOut = train.some(isOutOfScope)
    ? new Map<string, number>()
    : new Map(intents.map((intent, at) => [intent, at % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    progress(`Choosing the threshold, fold ${fold + 1} of ${FOLDS} ...`);
    const isUnknown = ({ intent }: LabelledText) => leftOut.get(intent) === fold;
    const rest = train.filter((each, at) => foldOf[at] !== fold && !isUnknown(each));
    if (!rest.some((each) => !isOutOfScope(each))) return [];
    const { match } = trainOn(rest);
    return train
      .filter((_, at) => foldOf[at] === fold)
      .map((each) => trialOf(match(each.text), isUnknown(each) ? { ...each, intent: OUT_OF_SCOPE } : each));
  }).flat();
}
