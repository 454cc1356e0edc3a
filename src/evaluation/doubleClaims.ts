// Phrasings that two entries both claim: an author has to say whose each is.
import { isNone, topicOf, type Example } from '../matching/topics';
import type { CrossJudged } from './crossValidation';
import { nearCopies } from './nearCopies';

export interface DoubleClaim {
  readonly text: string;
  /** Where the author wrote it. */
  readonly id: string;
  /** What claims it too; `text` is its phrasing in nearly the same words, where that is why. */
  readonly other: { readonly id: string; readonly text?: string };
  /** 0..1: likeness of the words, or the confidence of the answer by the other entry. */
  readonly strength: number;
}

/** At most one word in five differs. 0..1. */
const NEARLY_SAME = 0.8;

/**
 * Phrasings in nearly the same words under two topics, most alike first. With background, which is written close to the
 * entries on purpose, only the very same words count.
 * @param words of each example, spelling mended and roles hidden
 */
export function sameWordsUnderTwo(
  examples: readonly Example[],
  words: readonly (readonly string[])[],
): DoubleClaim[] {
  return nearCopies(words, NEARLY_SAME)
    .flatMap(({ one, other, likeness }): DoubleClaim[] => {
      const [a, b] = [examples[one]!, examples[other]!];
      const background = [a, b].filter(({ id }) => isNone(id)).length;
      if (topicOf(a.id) === topicOf(b.id) || background === 2 || (background === 1 && likeness < 1))
        return [];
      return [{ text: a.text, id: a.id, other: { id: b.id, text: b.text }, strength: likeness }];
    })
    .sort((a, b) => b.strength - a.strength);
}

/** Phrasings that a bot made without them answers by another topic's entry; surest first. */
export function claimedByAnother(judged: readonly CrossJudged[]): DoubleClaim[] {
  return judged
    .flatMap(({ text, id, verdict, best, bestId }): DoubleClaim[] =>
      verdict === 'wrong' && !best.right && bestId !== undefined
        ? [{ text, id, other: { id: bestId }, strength: best.confidence }]
        : [],
    )
    .sort((a, b) => b.strength - a.strength);
}
