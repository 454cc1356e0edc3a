// TF-IDF vectors of an utterance in three blocks: word stems, pairs of stems, and character n-grams.
import { PorterStemmer } from 'natural/lib/natural/stemmers';

/** Feature indices and their values, of equal length. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** What was learned from the training texts, as plain data for the model file. */
export interface Vocabulary {
  readonly features: readonly string[];
  /** Inverse document frequency of each feature. */
  readonly idf: Float32Array;
  /** IDF of features never seen: they count in the norm, so that unknown words lower every score. */
  readonly unseenIdf: number;
}

export interface Vectorizer {
  readonly vectorize: (tokens: readonly string[]) => SparseVector;
}

const GRAM_LENGTHS = [2, 3, 4];
/** One-off pairs and n-grams cost memory and time and decide nothing (DESIGN.md, "Matching"). Stems all count. */
const MIN_TEXTS = 2;

/** Words of training and of queries repeat, and natural's stemmer is slow; bounded, for queries come from strangers. */
const stems = new Map<string, string>();
const MAX_STEMS = 50_000;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = PorterStemmer.stem(word);
  if (stems.size < MAX_STEMS) stems.set(word, stem);
  return stem;
}

/** Feature names of each block, with repeats; the first letter keeps the blocks apart. */
function featureBlocks(tokens: readonly string[]): string[][] {
  const words = tokens.map(stemOf);
  const bounded = ['^', ...words, '$'];
  const grams: string[] = [];
  for (const token of tokens) {
    const word = `_${token}_`;
    for (const length of GRAM_LENGTHS) {
      for (let at = 0; at + length <= word.length; at++) grams.push(`g${word.slice(at, at + length)}`);
    }
  }
  return [
    words.map((word) => `s${word}`),
    bounded.slice(1).map((word, index) => `p${bounded[index]} ${word}`),
    grams,
  ];
}

/** Learns which features there are and how rare each is. */
export function learnVocabulary(texts: readonly (readonly string[])[]): Vocabulary {
  const frequency = new Map<string, number>();
  for (const tokens of texts) {
    for (const feature of new Set(featureBlocks(tokens).flat())) {
      frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
    }
  }
  const idf = (count: number) => Math.log((1 + texts.length) / (1 + count)) + 1;
  const kept = [...frequency].filter(([feature, count]) => feature.startsWith('s') || count >= MIN_TEXTS);
  return {
    features: kept.map(([feature]) => feature),
    idf: Float32Array.from(kept, ([, count]) => idf(count)),
    unseenIdf: idf(0),
  };
}

/** Each block is brought to length 1, so that a long message weighs as much as a short one. */
export function createVectorizer({ features, idf, unseenIdf }: Vocabulary): Vectorizer {
  const indexOf = new Map(features.map((feature, index) => [feature, index]));
  return {
    vectorize(tokens) {
      const indices: number[] = [];
      const values: number[] = [];
      for (const block of featureBlocks(tokens)) {
        const counts = new Map<string, number>();
        for (const feature of block) counts.set(feature, (counts.get(feature) ?? 0) + 1);
        const start = values.length;
        let squares = 0;
        for (const [feature, count] of counts) {
          const index = indexOf.get(feature);
          const value = (1 + Math.log(count)) * (index === undefined ? unseenIdf : idf[index]!);
          squares += value * value;
          if (index === undefined) continue;
          indices.push(index);
          values.push(value);
        }
        for (let at = start; at < values.length; at++) values[at]! /= Math.sqrt(squares);
      }
      return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
    },
  };
}
