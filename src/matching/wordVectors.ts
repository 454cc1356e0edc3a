// What a text means, as the direction of its words' vectors together: words that are used alike point alike ("pay", "salary").
import table from './englishVectors.json';

/** Components of a meaning; an even number. */
export const DIMENSIONS = table.dimensions;

/** The words that have a vector. */
export const WORDS: readonly string[] = table.words.split(' ');

const rowOf = new Map(WORDS.map((word, row) => [word, row]));
/** Row by row; made by scripts/wordVectors, which says from what. */
const components = new Int8Array(Buffer.from(table.values, 'base64'));

/** The sum of the words' vectors, brought to length 1; all zeros where no word has one. */
export function meaningOf(tokens: readonly string[]): Float32Array {
  const meaning = new Float32Array(DIMENSIONS);
  for (const token of tokens) {
    const row = rowOf.get(token);
    if (row === undefined) continue;
    const start = row * meaning.length;
    for (let d = 0; d < meaning.length; d++) meaning[d]! += components[start + d]!;
  }
  let squares = 0;
  for (const component of meaning) squares += component * component;
  if (squares > 0) {
    const length = Math.sqrt(squares);
    for (let d = 0; d < meaning.length; d++) meaning[d]! /= length;
  }
  return meaning;
}
