// Finishes the word that is being typed, from the words that the knowledge uses.
import Fuse from 'fuse.js';

/** A word that may be meant. */
export interface Completion {
  readonly word: string;
  /** How likely it is among the words given beside it, above 0 to 1. */
  readonly chance: number;
}

/** The most used words first, at most three; none where no word begins like it. */
export type Completer = (begun: string) => readonly Completion[];

const MOST_COMPLETIONS = 3;
/** Shorter beginnings with a slip are like too many words. Letters. */
const MIN_SLIP_LENGTH = 4;
/** Longer beginnings are no word of ours, and cost Fuse a quarter of a second at 200 letters. Letters. */
const MAX_SLIP_LENGTH = 24;
/** Fuse's own scale: a slip in four letters is 0.25, two letters swapped in six are 0.33. */
const THRESHOLD = 0.34;
/** Letters from the beginning of the word at which Fuse lets a beginning stand no longer. */
const DISTANCE = 10;

/** @param used words in the texts, each as often as it is used */
export function createCompleter(used: readonly string[]): Completer {
  const counts = new Map<string, number>();
  for (const word of used) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byUse = (a: string, b: string) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1);
  const alphabetic = [...counts.keys()].sort();
  // Of words that are as like, Fuse gives the earlier one first.
  const fuse = new Fuse([...alphabetic].sort(byUse), {
    includeScore: true,
    ignoreFieldNorm: true,
    distance: DISTANCE,
    threshold: THRESHOLD,
  });

  /** Reads through all words, so it is for beginnings with a slip alone. */
  const likest = (begun: string): string[] => {
    if (begun.length < MIN_SLIP_LENGTH || begun.length > MAX_SLIP_LENGTH) return [];
    const found = fuse.search(begun, { limit: MOST_COMPLETIONS });
    return found.filter(({ score }) => score === found[0]?.score).map(({ item }) => item);
  };

  return (begun) => {
    const exact = beginningWith(begun, alphabetic).sort(byUse).slice(0, MOST_COMPLETIONS);
    const words = exact.length > 0 ? exact : likest(begun);
    const total = words.reduce((sum, word) => sum + counts.get(word)!, 0);
    return words.map((word) => ({ word, chance: counts.get(word)! / total }));
  };
}

/** Halves the list until it finds the first: words that begin alike stand together. */
function beginningWith(begun: string, alphabetic: readonly string[]): string[] {
  let from = 0;
  for (let to = alphabetic.length; from < to;) {
    const middle = (from + to) >> 1;
    if (alphabetic[middle]! < begun) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (alphabetic[end]?.startsWith(begun)) end++;
  return alphabetic.slice(from, end);
}
