// Whether what the bot says is easy enough to read, and which texts are not.
import type { KnowledgeIssue } from '../errors';
import { gradeOf, type Readability } from './readability';
import type { SpokenText } from './spokenTexts';

/** Grade of all running text together: who asks here may have no high school diploma yet. */
export const MAX_GRADE = 8;
/**
 * Grade of a single text, which swings more than the whole. Every text could be brought to 9 with its figures, dates and
 * sources in place, and nearly a third of them stand above 8 (November 2026).
 */
export const MAX_TEXT_GRADE = 9;
/** In a shorter text one syllable more or less moves the grade by over half a year (11.8 / 20). */
export const MIN_WORDS = 20;

export interface GradedText extends SpokenText, Readability {}

export interface ReadingLevel {
  /**
   * All running text as one. As Flesch says, headings and labels are left out: their few words would flatter the rest.
   * They are what does not end as a sentence.
   */
  readonly overall: Readability;
  /** Every text of at least `MIN_WORDS`, the hardest first. */
  readonly texts: readonly GradedText[];
}

/** @param spoken all that is said, as `spokenTexts` gives it */
export function readingLevel(spoken: readonly SpokenText[]): ReadingLevel {
  const running = spoken.filter(({ text }) => ENDS_AS_SENTENCE.test(text));
  return {
    overall: gradeOf(running.map(({ text }) => text).join('\n')),
    texts: spoken
      .map((each) => ({ ...each, ...gradeOf(each.text) }))
      .filter(({ words }) => words >= MIN_WORDS)
      .sort((one, other) => other.grade - one.grade),
  };
}

const ENDS_AS_SENTENCE = /[.?!]["'”’)]*$/;

/** As it is shown and compared: more places would claim what the formula cannot tell. */
const rounded = (grade: number): number => Number(grade.toFixed(1));

/**
 * Everything over a limit, with the remedy; empty where all of it is easy enough.
 *
 * @param whereIs finds the line of the knowledge folder on which a text stands
 */
export function readingIssues(
  { overall, texts }: ReadingLevel,
  whereIs: (text: string) => Pick<KnowledgeIssue, 'file' | 'line'>,
): KnowledgeIssue[] {
  const tooHard = texts
    .filter(({ grade }) => rounded(grade) > MAX_TEXT_GRADE)
    .map((text) => ({
      ...whereIs(text.text),
      path: text.place,
      message:
        `grade ${rounded(text.grade)}, at most ${MAX_TEXT_GRADE}: ${rounded(text.words / text.sentences)} words a ` +
        `sentence, ${(text.syllables / text.words).toFixed(2)} syllables a word; ` +
        'make two sentences of a long one, or use shorter words',
    }));
  const hardest = texts[0];
  if (rounded(overall.grade) <= MAX_GRADE || !hardest) return tooHard;
  const message = `all texts together are grade ${rounded(overall.grade)}, at most ${MAX_GRADE}; begin with this one`;
  return [...tooHard, { ...whereIs(hardest.text), path: hardest.place, message }];
}
