// An utterance as a vector of four blocks: TF-IDF of word stems, of pairs of stems and of character n-grams, and meaning.
import { PorterStemmer } from 'natural/lib/natural/stemmers';
import { DIMENSIONS, meaningOf } from './wordVectors';

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
  /** The last `DIMENSIONS` features are the meaning, whatever the text. */
  readonly vectorize: (tokens: readonly string[]) => SparseVector;
}

const GRAM_LENGTHS = [2, 3, 4];
/** One-off pairs and n-grams cost memory and time and decide nothing (DESIGN.md, "Matching"). Stems all count. */
const MIN_TEXTS = 2;

/** What a word brings in, whatever stands beside it. */
interface WordFeatures {
  readonly stem: string;
  /** Feature names of the character n-grams, with repeats. */
  readonly grams: readonly string[];
}

/**
 * Words of training and of queries repeat, and natural's stemmer is slow; a string that is used again need not be hashed
 * again either. Bounded in number and length, for queries come from strangers.
 */
const knownWords = new Map<string, WordFeatures>();
const MAX_KNOWN_WORDS = 20_000;
/** Letters. */
const LONGEST_KNOWN_WORD = 20;

function featuresOf(word: string): WordFeatures {
  const known = knownWords.get(word);
  if (known !== undefined) return known;
  const features = { stem: PorterStemmer.stem(word), grams: gramsOf(`_${word}_`) };
  if (word.length <= LONGEST_KNOWN_WORD && knownWords.size < MAX_KNOWN_WORDS) knownWords.set(word, features);
  return features;
}

function gramsOf(bounded: string): string[] {
  const grams: string[] = [];
  for (const length of GRAM_LENGTHS) {
    for (let at = 0; at + length <= bounded.length; at++) grams.push(`g${bounded.slice(at, at + length)}`);
  }
  return grams;
}

/** Feature names of each block, with repeats; the first letter keeps the blocks apart. */
function featureBlocks(tokens: readonly string[]): string[][] {
  const words = tokens.map(featuresOf);
  const bounded = ['^', ...words.map(({ stem }) => stem), '$'];
  return [
    words.map(({ stem }) => `s${stem}`),
    bounded.slice(1).map((stem, index) => `p${bounded[index]} ${stem}`),
    words.flatMap(({ grams }) => grams),
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

/** Exclusive upper bound of the indices of vectors over this vocabulary. */
export const featureCount = ({ features }: Vocabulary): number => features.length + DIMENSIONS;

/** The meaning of the text that a vectorizer made the vector of. */
export const meaningPart = ({ values }: SparseVector): Float32Array => values.subarray(-DIMENSIONS);

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
        const length = Math.sqrt(squares);
        for (let at = start; at < values.length; at++) values[at]! /= length;
      }
      const vector = {
        indices: new Int32Array(indices.length + DIMENSIONS),
        values: new Float32Array(indices.length + DIMENSIONS),
      };
      vector.indices.set(indices);
      vector.values.set(values);
      for (let d = 0; d < DIMENSIONS; d++) vector.indices[indices.length + d] = features.length + d;
      vector.values.set(meaningOf(tokens), values.length);
      return vector;
    },
  };
}
