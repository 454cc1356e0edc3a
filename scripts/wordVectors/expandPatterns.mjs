// Sentences from patterns: "how (early|late) is (it|that)" stands for four sentences.

/** A 32-bit number from a text (FNV-1a), so that a line's draw depends on nothing but the line. */
function hash(/** @type {string} */ text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * Random numbers from 0 to below 1, the same ones for the same seed (mulberry32).
 *
 * @param {number} seed a whole number; its low 32 bits count
 * @returns {() => number}
 */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Distinct sentences of a pattern: all of them where there are at most `most`, else `most` drawn without repeats. The
 * draw is seeded with the pattern itself, so that a changed line leaves the sentences of the others alone.
 *
 * @param {string} pattern text with alternatives in parentheses, parted by "|"; an alternative may be empty. No nesting.
 * @param {number} most
 * @returns {string[]} in the order of the alternatives
 * @throws {Error} where parentheses do not pair or a "|" stands outside of them
 */
export function expandPattern(pattern, most) {
  // Odd pieces are the groups, even ones the text between.
  const pieces = pattern.split(/\(([^()]*)\)/).map((piece, i) => (i % 2 ? piece.split('|') : [piece]));
  if (pieces.some((choices, i) => i % 2 === 0 && /[()|]/.test(choices[0])))
    throw new Error(`not a pattern: "${pattern}"`);

  /** The sentence of a number: its digits, in the mixed base of the groups' sizes, choose the alternatives. */
  const sentence = (/** @type {number} */ number) => {
    let rest = number;
    const chosen = pieces.toReversed().map((choices) => {
      const digit = rest % choices.length;
      rest = Math.floor(rest / choices.length);
      return choices[digit];
    });
    return chosen.toReversed().join('').replace(/\s+/g, ' ').trim();
  };

  const count = pieces.reduce((product, choices) => product * choices.length, 1);
  const numbers = new Set(count <= most ? Array(count).keys() : []);
  const random = seededRandom(hash(pattern));
  while (numbers.size < Math.min(count, most)) numbers.add(Math.floor(random() * count));
  return [...new Set([...numbers].sort((a, b) => a - b).map(sentence))];
}
