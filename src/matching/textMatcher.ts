// A matcher for any labelled texts, without roles or topics: what measures our way of matching on other people's data.
import { COMMON_ENGLISH } from './english';
import { scoreClasses, trainLinearModel, type LinearModel } from './linearModel';
import { createSpeller } from './speller';
import { tokenize } from './tokens';
import { createVectorizer, learnVocabulary, type Vocabulary } from './vectorizer';

/** Plain data. */
export interface TextMatcherModel {
  /** Words of the texts, with how often each stands there. */
  readonly words: readonly (readonly [word: string, count: number])[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
}

export interface TextMatch {
  /** Every label, best first; raw scores. */
  readonly ranking: readonly { readonly label: string; readonly score: number }[];
  /** Of the best label, 0..1. */
  readonly confidence: number;
}

export interface TextMatcher {
  readonly match: (text: string) => TextMatch;
}

/** How far apart the scores of the classes are pulled before they are summed: many poor classes are not one good one. */
const SHARPNESS = 8;
/** Slope of the confidence over the score. */
const SLOPE = 3;

export function trainTextMatcher(
  examples: readonly { readonly text: string; readonly label: string }[],
): TextMatcherModel {
  const texts = examples.map(({ text }) => tokenize(text));
  const counts = new Map<string, number>();
  for (const word of texts.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = learnVocabulary(texts);
  const { vectorize } = createVectorizer(vocabulary);
  const labels = examples.map(({ label }) => label);
  return {
    words: [...counts],
    vocabulary,
    linear: trainLinearModel(texts.map(vectorize), labels, vocabulary.features.length),
  };
}

export function createTextMatcher({ words, vocabulary, linear }: TextMatcherModel): TextMatcher {
  const speller = createSpeller(new Map(words), COMMON_ENGLISH);
  const { vectorize } = createVectorizer(vocabulary);
  return {
    match(text) {
      const scores = scoreClasses(linear, vectorize(speller.correct(tokenize(text))));
      const total = scores.reduce((sum, score) => sum + Math.exp(SHARPNESS * score), 0);
      return {
        ranking: linear.classes
          .map((label, at) => ({ label, score: scores[at]! }))
          .sort((a, b) => b.score - a.score),
        confidence: 1 / (1 + total ** (-SLOPE / SHARPNESS)),
      };
    },
  };
}
