// How hard a text is to read, as a US school grade.
import syllable from 'syllable';

export interface Readability {
  /** Years of school that a reader needs; may be below 0 for very short words, and is 0 where there are no words. */
  readonly grade: number;
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/**
 * The Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975): 0.39 x words per sentence + 11.8 x syllables
 * per word - 15.59. Words and syllables are counted as Flesch says in "How to Write Plain English" (1979):
 *
 * - What stands between two spaces is one word if it holds a letter or a figure: "don't", "full-time", "$50,250",
 *   "2024-34", "careeronestop.org".
 * - Figures, money, abbreviations and web addresses are one syllable each, however they are read aloud: "$24.16", "BLS",
 *   "AAPC's", "ICD-10", "U.S.", "bls.gov". A word beside a figure counts as a word: "40-minute" is three syllables.
 *
 * A sentence ends at a period, question or exclamation mark, and at the end of a line, so that list items, labels
 * and headings are a sentence each. Colons, semicolons and dashes end none: a list in one sentence is a long sentence.
 * Nor do "vs.", "Dr." and "U.S.", or a mark before a lower-case letter.
 */
export function gradeOf(text: string): Readability {
  const sentences = sentencesOf(text).length;
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade =
    words.length === 0 ? 0 : 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return { grade, words: words.length, sentences, syllables };
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** The segmenter knows no abbreviations. "No." is not among them: it is an answer, and a whole sentence. */
const ABBREVIATED = /(?:^|[\s("])(?:(?:\p{L}\.){2,}|vs\.|Dr\.|Mrs?\.|Ms\.|St\.)\s*$/u;
const GOES_ON = /^["'“(]*\p{Ll}/u;

function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const found: string[] = [];
    for (const { segment } of SENTENCES.segment(line)) {
      const last = found.at(-1);
      if (last !== undefined && (ABBREVIATED.test(last) || GOES_ON.test(segment))) {
        found[found.length - 1] = last + segment;
      } else if (wordsOf(segment).length > 0) found.push(segment);
    }
    return found;
  });
}

/** Without the punctuation around them. */
const wordsOf = (text: string): string[] =>
  text
    .split(/[\s—]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

/** No lower-case letter, but for a plural or possessive "s". */
const FIGURE_OR_ABBREVIATION = /^\P{Ll}+?(?:['’]?s)?$/u;
const ADDRESS = /\p{L}\.\p{L}/u;

function syllablesOf(word: string): number {
  if (FIGURE_OR_ABBREVIATION.test(word) || ADDRESS.test(word)) return 1;
  return word
    .split('-')
    .reduce((sum, part) => sum + (FIGURE_OR_ABBREVIATION.test(part) ? 1 : syllable(part)), 0);
}
