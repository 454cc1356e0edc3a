// Word vectors as bytes: the matcher compares directions, which 8 bits a component tell well enough.

/** Components beyond it are clipped: a single giant would cost all others their precision. */
const CLIPPED_BEYOND = 0.9999;
const GREATEST = 127;

/**
 * The table that `src/matching` reads.
 *
 * @typedef {object} WordVectorTable
 * @property {number} dimensions of a vector
 * @property {string} words parted by one space, sorted
 * @property {string} values base64 of words x dimensions signed bytes, row by row. One scale for all of them; its size
 *   means nothing.
 */

/**
 * Whole numbers from -127 to 127, by one scale: the 99.99th percentile of the magnitudes becomes 127.
 *
 * @param {Float64Array} values
 * @returns {Int8Array}
 */
export function quantise(values) {
  const magnitudes = values.map(Math.abs).sort();
  const greatest = magnitudes[Math.floor(CLIPPED_BEYOND * (magnitudes.length - 1))];
  return Int8Array.from(values, (value) =>
    Math.max(-GREATEST, Math.min(GREATEST, Math.round((value / greatest) * GREATEST))),
  );
}

/**
 * @param {readonly string[]} words
 * @param {Float64Array} vectors words x dimensions, row by row
 * @param {number} dimensions
 * @returns {WordVectorTable} without the words of which nothing is left but zeros
 */
export function toTable(words, vectors, dimensions) {
  const bytes = quantise(vectors);
  const row = (/** @type {number} */ i) => bytes.subarray(i * dimensions, (i + 1) * dimensions);
  const kept = [...words.keys()].filter((i) => row(i).some((value) => value !== 0));
  return {
    dimensions,
    words: kept.map((i) => words[i]).join(' '),
    values: Buffer.concat(kept.map((i) => Buffer.from(row(i)))).toString('base64'),
  };
}

/**
 * @param {WordVectorTable} table
 * @returns {Map<string, Float64Array>} vectors by word
 */
export function fromTable({ dimensions, words, values }) {
  const bytes = new Int8Array(Buffer.from(values, 'base64'));
  return new Map(
    words
      .split(' ')
      .map((word, i) => [word, Float64Array.from(bytes.subarray(i * dimensions, (i + 1) * dimensions))]),
  );
}
