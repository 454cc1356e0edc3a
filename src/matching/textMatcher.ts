// A matcher for any labelled texts, without roles or topics: our way of matching on other people's data.
import { confidenceOf, evidenceOf, fitScopeCalibration, type Calibration, type Trial } from './calibration';
import { COMMON_ENGLISH } from './english';
import { DEFAULT_TRAINING, type TrainingOptions } from './linearModel';
import { logOdds, sigmoid } from './logistic';
import { unknownShare } from './preparation';
import { rankCandidates } from './ranking';
import { countWords, createSpeller, type WordCounts } from './speller';
import { createTextClassifier, trainText, type TextModel } from './textClassifier';
import { chooseThreshold } from './threshold';
import { tokenize } from './tokens';

export interface LabelledText {
  readonly text: string;
  /** `OUT_OF_SCOPE` for what nothing should answer. */
  readonly label: string;
}

export const OUT_OF_SCOPE = 'none';

/** What is needed to rank; a value. */
interface RankerModel {
  readonly counts: WordCounts;
  readonly text: TextModel;
}

/** A value: everything learned from one set of texts. */
export interface TextMatcherModel extends RankerModel {
  readonly calibration: Calibration;
  /** Confidence, 0..1, from which on an answer is worth it. */
  readonly threshold: number;
}

export interface TextMatch {
  /** The best labels, best first; raw scores. Empty where `OUT_OF_SCOPE` alone was learned. */
  readonly ranking: readonly { readonly label: string; readonly score: number }[];
  /** Of the best label, 0..1. */
  readonly confidence: number;
}

export interface TextMatcher {
  readonly match: (text: string) => TextMatch;
}

/** Labels that may come first. */
const CANDIDATES = 5;
/** Parts into which the texts are split to learn the confidence on texts that were left out. */
const FOLDS = 3;
/** Texts that the confidence is learned on at most, whole labels of them: it has five weights. */
const MOST_TRIALS = 15_000;
/** For the rankers that are made for that and thrown away: where there is much to learn, a part tells as much. */
const TRIAL_TRAINING: TrainingOptions = { ...DEFAULT_TRAINING, maxPairs: 2_000_000 };

/**
 * @param development texts that the classifier does not learn from, to learn the confidence and choose the threshold on.
 * Where it lacks texts in scope or out of scope, or is absent, parts of `examples` are left out in turn for that. Where
 * these tell nothing either, as with one text a label, every confidence is 0.5 and the threshold 0.
 * @param fitConfidence what a confidence means: by default, that the text is in scope
 */
export function trainTextMatcher(
  examples: readonly LabelledText[],
  development: readonly LabelledText[] = [],
  fitConfidence: (trials: readonly Trial[]) => Calibration = fitScopeCalibration,
): TextMatcherModel {
  const ranker = trainRanker(examples);
  const found =
    development.some(isOutOfScope) && !development.every(isOutOfScope)
      ? trialsOn(ranker, development)
      : leftOutTrials(wholeLabels(examples, MOST_TRIALS));
  const trials = found.every(({ outOfScope }) => outOfScope) ? [] : found;
  const calibration = fitConfidence(trials);
  const judged = trials.map(({ evidence, right, outOfScope }) => ({
    score: logOdds(calibration, evidence),
    right,
    outOfScope,
  }));
  const threshold = sigmoid(chooseThreshold(judged));
  return { ...ranker, calibration, threshold };
}

export function createTextMatcher(model: TextMatcherModel): TextMatcher {
  const rank = createRanker(model);
  return {
    match(text) {
      const matches = rank(text);
      return {
        ranking: matches.map(({ match: { topic, score } }) => ({ label: topic, score })),
        confidence: matches[0] ? confidenceOf(model.calibration, matches[0].evidence) : 0,
      };
    },
  };
}

function trainRanker(examples: readonly LabelledText[], training?: TrainingOptions): RankerModel {
  const texts = examples.map(({ text }) => tokenize(text));
  const counts = countWords(texts);
  const speller = createSpeller(counts, COMMON_ENGLISH);
  const labels = examples.map(({ label }) => label);
  return { counts, text: trainText(texts.map(speller.correct), labels, training) };
}

/** Candidates with the evidence for each; what is out of scope is no candidate. */
function createRanker({ counts, text: model }: RankerModel) {
  const speller = createSpeller(counts, COMMON_ENGLISH);
  const classifier = createTextClassifier(model);
  return (text: string) => {
    const tokens = speller.correct(tokenize(text));
    const { scores, likeness } = classifier.score(tokens);
    const ranked = rankCandidates(scores, likeness, CANDIDATES).map(({ k, score }) => ({
      topic: classifier.classes[k]!,
      score,
    }));
    return evidenceOf(ranked, unknownShare(tokens, counts.words), (label) => label === OUT_OF_SCOPE);
  };
}

function trialsOn(ranker: RankerModel, texts: readonly LabelledText[]): Trial[] {
  const rank = createRanker(ranker);
  return texts.flatMap((example) => {
    const [best] = rank(example.text);
    if (!best) return [];
    const outOfScope = isOutOfScope(example);
    return [
      { evidence: best.evidence, right: !outOfScope && best.match.topic === example.label, outOfScope },
    ];
  });
}

/**
 * Each text is put to a ranker that did not learn from it. Where no text is out of scope, each ranker lacks a part of the
 * labels too: their texts are then what nothing answers.
 */
function leftOutTrials(texts: readonly LabelledText[]): Trial[] {
  // Side by side, so that every label is spread over all folds whatever order the texts came in.
  const examples = texts.toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const labels = [...new Set(examples.map(({ label }) => label))];
  const foldOfLabel = new Map(
    examples.some(isOutOfScope) ? [] : labels.map((label, at) => [label, at % FOLDS]),
  );
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isUnknown = ({ label }: LabelledText) => foldOfLabel.get(label) === fold;
    const learned = examples.filter((example, at) => at % FOLDS !== fold && !isUnknown(example));
    if (learned.every(isOutOfScope)) return [];
    const leftOut = examples.filter((_, at) => at % FOLDS === fold);
    return trialsOn(
      trainRanker(learned, TRIAL_TRAINING),
      leftOut.map((example) => (isUnknown(example) ? { ...example, label: OUT_OF_SCOPE } : example)),
    );
  }).flat();
}

/** Texts of whole labels, as many as fit into `most`, in the order of their names; of one label at least. */
function wholeLabels(examples: readonly LabelledText[], most: number): readonly LabelledText[] {
  const sizes = new Map<string, number>();
  for (const { label } of examples) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const taken = new Set<string>();
  let left = most;
  for (const label of [...sizes.keys()].sort()) {
    if (taken.size > 0 && sizes.get(label)! > left) continue;
    taken.add(label);
    left -= sizes.get(label)!;
  }
  return taken.size === sizes.size ? examples : examples.filter(({ label }) => taken.has(label));
}

const isOutOfScope = ({ label }: LabelledText): boolean => label === OUT_OF_SCOPE;
