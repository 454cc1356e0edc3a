// What a table must pass before it is written: quantised as it is, read back as the matcher will.

/** A word, one that must be near to it, and one that must be farther away. */
export const NEARER = [
  ['pay', 'salary', 'banana'],
  ['salary', 'wage', 'school'],
  ['earn', 'pay', 'walk'],
  ['hello', 'goodbye', 'invoice'],
  ['quit', 'resign', 'cook'],
  ['remote', 'home', 'salary'],
  ['exam', 'test', 'kitchen'],
  ['job', 'career', 'river'],
  ['hospital', 'clinic', 'guitar'],
  ['bill', 'invoice', 'mountain'],
  ['study', 'learn', 'sell'],
  ['hard', 'difficult', 'purple'],
  ['cost', 'price', 'teacher'],
  ['long', 'duration', 'angry'],
];

/**
 * The cosine of the angle between two vectors; 0 where one is zero.
 *
 * @param {Float64Array} a
 * @param {Float64Array} b
 */
export function cosine(a, b) {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] * a[i];
    squareB += b[i] * b[i];
  }
  return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : 0;
}

/**
 * What is wrong with the vectors, a line each; nothing where all triples are in order.
 *
 * @param {ReadonlyMap<string, Float64Array>} vectors
 * @param {readonly (readonly string[])[]} triples as in `NEARER`
 * @returns {string[]}
 */
export function disorder(vectors, triples) {
  return triples.flatMap(([word, near, far]) => {
    const [its, ofNear, ofFar] = [word, near, far].map((each) => vectors.get(each));
    if (!its || !ofNear || !ofFar)
      return [`no vector for ${[word, near, far].filter((each) => !vectors.has(each)).join(', ')}`];
    const [toNear, toFar] = [cosine(its, ofNear), cosine(its, ofFar)];
    if (toNear > toFar) return [];
    return [`${word} is nearer to ${far} (${toFar.toFixed(2)}) than to ${near} (${toNear.toFixed(2)})`];
  });
}

/**
 * @param {ReadonlyMap<string, Float64Array>} vectors
 * @param {string} word
 * @param {number} most
 * @returns {[string, number][]} the nearest words with their cosines, nearest first
 */
export function neighbours(vectors, word, most) {
  const vector = vectors.get(word);
  if (vector === undefined) return [];
  return [...vectors]
    .filter(([other]) => other !== word)
    .map(([other, its]) => /** @type {[string, number]} */ ([other, cosine(vector, its)]))
    .sort((a, b) => b[1] - a[1])
    .slice(0, most);
}

/**
 * How well sums of word vectors stand for sentences: the mean cosine between a sentence's sum and its encoding.
 *
 * @param {ReadonlyMap<string, Float64Array>} vectors of d numbers
 * @param {readonly (readonly string[])[]} sentences tokens
 * @param {Float64Array} encodings sentences x d, row by row
 * @returns {number} from -1 to 1
 */
export function agreement(vectors, sentences, encodings) {
  const columns = encodings.length / sentences.length;
  const cosines = sentences.map((sentence, s) => {
    const sum = new Float64Array(columns);
    for (const token of sentence) vectors.get(token)?.forEach((value, c) => (sum[c] += value));
    return cosine(sum, encodings.subarray(s * columns, (s + 1) * columns));
  });
  return cosines.reduce((total, value) => total + value, 0) / cosines.length;
}
