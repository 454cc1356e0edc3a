// Word vectors whose sum over a sentence comes near to what the sentence encoder says of it.
import { solve } from './conjugateGradients.mjs';

/** Of Arora et al.; they found 1e-3 to 1e-4 good. A word with this share of all tokens counts half. */
const HALF_WEIGHT_SHARE = 0.001;
/** How strongly a vector is held to its start, so that a word seen twice is not bent to two sentences. */
const HOLD = 3;
const MOST_STEPS = 60;
const TOLERANCE = 1e-3;

/**
 * Sentences as word numbers, one after the other.
 *
 * @typedef {object} Sentences
 * @property {Int32Array} words the word number of every token
 * @property {Int32Array} starts where each sentence starts in `words`, and the length of `words` at the end
 * @property {number} vocabularySize
 */

/**
 * @param {readonly (readonly string[])[]} sentences tokens; those that are no word of `words` are left out
 * @param {readonly string[]} words distinct
 * @returns {Sentences}
 */
export function numbered(sentences, words) {
  const numbers = new Map(words.map((word, i) => [word, i]));
  const known = sentences.map((sentence) => sentence.flatMap((token) => numbers.get(token) ?? []));
  const starts = new Int32Array(sentences.length + 1);
  known.forEach((sentence, i) => (starts[i + 1] = starts[i] + sentence.length));
  return { words: Int32Array.from(known.flat()), starts, vocabularySize: words.length };
}

/**
 * Start vectors: the projected encoding of a word alone times its smooth inverse frequency a / (a + p), p the word's
 * share of all tokens (Arora, Liang & Ma 2017, "A simple but tough-to-beat baseline for sentence embeddings"). Rare
 * words say more of what a sentence is about than frequent ones.
 *
 * @param {Float64Array} projected words x d, row by row
 * @param {Sentences} sentences
 * @returns {Float64Array} words x d, row by row
 */
export function startVectors(projected, { words, vocabularySize }) {
  const counts = new Int32Array(vocabularySize);
  for (const word of words) counts[word]++;
  const columns = projected.length / vocabularySize;
  return projected.map((value, i) => {
    const share = counts[Math.floor(i / columns)] / words.length;
    return value * (HALF_WEIGHT_SHARE / (HALF_WEIGHT_SHARE + share));
  });
}

/**
 * C times `vectors`: for each sentence, the sum of its words' vectors over the root of its length.
 *
 * @param {Sentences} sentences
 * @param {Float64Array} vectors words x d, row by row
 * @param {number} columns d
 * @returns {Float64Array} sentences x d, row by row
 */
export function sentenceVectors({ words, starts }, vectors, columns) {
  const sums = new Float64Array((starts.length - 1) * columns);
  for (let s = 0; s + 1 < starts.length; s++) {
    const weight = 1 / Math.sqrt(Math.max(1, starts[s + 1] - starts[s]));
    for (let t = starts[s]; t < starts[s + 1]; t++)
      for (let c = 0; c < columns; c++) sums[s * columns + c] += weight * vectors[words[t] * columns + c];
  }
  return sums;
}

/** The transpose of C times `rows` (sentences x d): what every sentence says, handed to its words; words x d. */
function wordSums(
  /** @type {Sentences} */ { words, starts, vocabularySize },
  /** @type {Float64Array} */ rows,
  /** @type {number} */ columns,
) {
  const sums = new Float64Array(vocabularySize * columns);
  for (let s = 0; s + 1 < starts.length; s++) {
    const weight = 1 / Math.sqrt(Math.max(1, starts[s + 1] - starts[s]));
    for (let t = starts[s]; t < starts[s + 1]; t++)
      for (let c = 0; c < columns; c++) sums[words[t] * columns + c] += weight * rows[s * columns + c];
  }
  return sums;
}

/**
 * The vectors V that minimise |C V - F|^2 + 3 |V - start|^2, F the sentences' projected encodings and C as in
 * `sentenceVectors`: a sentence encoder distilled into one fixed vector a word, as Model2Vec and other static embeddings
 * do it. With D = V - start the normal equations are (C'C + 3 I) D = C' (F - C start).
 *
 * @param {Sentences} sentences
 * @param {Float64Array} targets F: sentences x d, row by row
 * @param {Float64Array} start words x d, row by row
 * @param {number} columns d
 * @returns {{ vectors: Float64Array, steps: number, residual: number }} words x d; the rest as in `solve`
 */
export function fit(sentences, targets, start, columns) {
  const missing = sentenceVectors(sentences, start, columns).map((value, i) => targets[i] - value);
  const { solution, steps, residual } = solve(
    (vectors) => {
      const spread = wordSums(sentences, sentenceVectors(sentences, vectors, columns), columns);
      return spread.map((value, i) => value + HOLD * vectors[i]);
    },
    wordSums(sentences, missing, columns),
    { columns, mostSteps: MOST_STEPS, tolerance: TOLERANCE },
  );
  return { vectors: solution.map((value, i) => value + start[i]), steps, residual };
}
