// The matcher measured on any labelled texts: trained on one set, its threshold chosen on another, judged on a third.
import { seededRandom } from '../matching/random';
import {
  createTextMatcher,
  OUT_OF_SCOPE,
  trainTextMatcher,
  type TextMatch,
  type TextMatcher,
} from '../matching/textMatcher';
import type { Outcome } from './confusion';
import type { LabelledText } from './labelled';
import { auroc, percentile, shareOf, type CalibrationPoint } from './metrics';
import { withTypos } from './typos';

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

const TYPO_SEED = 2019;

export function evaluateTexts({ train, dev, test }: TextSets, instruments: Instruments): TextEvaluation {
  const { now, rssMb, progress } = instruments;
  progress(`Training on ${train.length} texts ...`);
  const start = now();
  const model = trainTextMatcher(train.map(labelled), dev?.map(labelled));
  const trainMs = now() - start;

  progress(`Testing on ${test.length} texts ...`);
  const matcher = createTextMatcher(model);
  // Untimed first: what a running bot takes, and not what its first minute takes.
  for (const { text } of test) matcher.match(text);
  const times: number[] = [];
  const trials = test.map((each) => {
    const before = now();
    const match = matcher.match(each.text);
    times.push(1_000 * (now() - before));
    return trialOf(match, each);
  });
  times.sort((a, b) => a - b);
  const inScope = trials.filter(({ outOfScope }) => !outOfScope);
  const outside = trials.filter(({ outOfScope }) => outOfScope).map(({ confidence }) => confidence);
  const shareInScope = (belongs: (trial: Trial) => boolean) =>
    shareOf(inScope.filter(belongs).length, inScope.length);
  const { threshold } = model;
  return {
    figures: {
      accuracy: shareInScope(({ right }) => right),
      inScope: shareInScope(({ right, confidence }) => right && confidence >= threshold),
      oosRecall:
        outside.length > 0 ? shareOf(outside.filter((c) => c < threshold).length, outside.length) : null,
      auroc:
        outside.length > 0
          ? auroc(
              inScope.map(({ confidence }) => confidence),
              outside,
            )
          : null,
      typo1: accuracyWithTypos(matcher, test, 1),
      typo2: accuracyWithTypos(matcher, test, 2),
      trainMs,
      p50us: percentile(times, 0.5),
      p99us: percentile(times, 0.99),
      rssMb: rssMb(),
    },
    threshold,
    calibration: trials,
    outcomes: trials.map(({ label, confidence }, at) => ({
      wanted: test[at]!.intent,
      got: confidence >= threshold ? label : OUT_OF_SCOPE,
      text: test[at]!.text,
    })),
  };
}

interface Trial extends CalibrationPoint {
  /** The best intent, whatever the confidence. */
  readonly label: string;
  readonly outOfScope: boolean;
}

const labelled = ({ text, intent }: LabelledText) => ({ text, label: intent });

function trialOf({ ranking, confidence }: TextMatch, { intent }: LabelledText): Trial {
  const label = ranking[0]?.label ?? OUT_OF_SCOPE;
  const outOfScope = intent === OUT_OF_SCOPE;
  return { label, confidence, right: !outOfScope && label === intent, outOfScope };
}

function accuracyWithTypos({ match }: TextMatcher, test: readonly LabelledText[], slips: number): number {
  const random = seededRandom(TYPO_SEED);
  const inScope = test.filter(({ intent }) => intent !== OUT_OF_SCOPE);
  const right = inScope.filter((each) => trialOf(match(withTypos(each.text, slips, random)), each).right);
  return shareOf(right.length, inScope.length);
}
