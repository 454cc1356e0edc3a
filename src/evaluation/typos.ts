// Slips of typing, for measuring how a matcher bears them.

import type { Random } from '../matching/random';

/** Shorter words carry few slips, and one slip makes another word of them. Letters. */
const MIN_LENGTH = 4;

/** Keys in their rows as they stand on a QWERTY keyboard, each row half a key further right. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row, at) =>
    Array.from(row, (key, column): [string, string] => [
      key,
      [
        row[column - 1],
        row[column + 1],
        ROWS[at - 1]?.[column],
        ROWS[at - 1]?.[column + 1],
        ROWS[at + 1]?.[column - 1],
        ROWS[at + 1]?.[column],
      ]
        .filter((near) => near !== undefined)
        .join(''),
    ]),
  ),
);

/** The four slips of Damerau (1964), as fingers make them; the first letter is rarely the one left out or swapped. */
const SLIPS: readonly ((letters: readonly string[], random: Random) => string[])[] = [
  swap,
  omit,
  double,
  hitNext,
];

/**
 * The text with `count` slips, fewer only where it has no word of four letters. No word has two slips while another has
 * none. The same text and the same numbers give the same slips.
 * @param random see `seededRandom` of src/matching/random.ts
 */
export function withTypos(text: string, count: number, random: Random): string {
  // A capture group keeps the words, at the odd places.
  const pieces = text.split(/(\p{L}+)/u);
  const long = pieces.flatMap((piece, at) => (at % 2 === 1 && [...piece].length >= MIN_LENGTH ? [at] : []));
  const slipped = [...pieces];
  let left: number[] = [];
  for (let slips = 0; slips < count && long.length > 0; slips++) {
    if (left.length === 0) left = [...long];
    const [at] = left.splice(pick(left.length, random), 1);
    slipped[at!] = slipIn(slipped[at!]!, pieces[at!]!, random);
  }
  return slipped.join('');
}

const pick = (count: number, random: Random): number => Math.floor(random() * count);

/** The word with a slip more, which does not take back the one it had. */
function slipIn(word: string, meant: string, random: Random): string {
  const first = pick(SLIPS.length, random);
  // A word such as "aaaa" bears no swap: the next kind is tried, and one of them changes any word.
  for (let turn = 0; turn < SLIPS.length; turn++) {
    const slipped = SLIPS[(first + turn) % SLIPS.length]!([...word], random).join('');
    if (slipped !== word && slipped !== meant) return slipped;
  }
  return word;
}

function omit(letters: readonly string[], random: Random): string[] {
  return letters.toSpliced(1 + pick(letters.length - 1, random), 1);
}

function double(letters: readonly string[], random: Random): string[] {
  const at = pick(letters.length, random);
  return letters.toSpliced(at, 0, letters[at]!);
}

/** Swaps two unequal neighbours; leaves a word without any as it is. */
function swap(letters: readonly string[], random: Random): string[] {
  const places = letters.flatMap((letter, at) =>
    at > 0 && at + 1 < letters.length && letter !== letters[at + 1] ? [at] : [],
  );
  const at = places[pick(places.length, random)];
  return at === undefined ? [...letters] : letters.toSpliced(at, 2, letters[at + 1]!, letters[at]!);
}

/** Hits the key beside the one meant; letters that are on no key of the keyboard stay. */
function hitNext(letters: readonly string[], random: Random): string[] {
  const at = pick(letters.length, random);
  const meant = letters[at]!;
  const near = NEIGHBOURS.get(meant.toLowerCase());
  if (near === undefined) return [...letters];
  const hit = near[pick(near.length, random)]!;
  return letters.with(at, meant === meant.toLowerCase() ? hit : hit.toUpperCase());
}
