// Mends spelling towards the words of the knowledge, by an index of deletions (Garbe's symmetric delete search).
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance';

export interface Speller {
  /** The tokens with misspelt ones replaced; a known word is never touched. */
  correct(tokens: readonly string[]): string[];
}

/** Shorter words are left alone: too many words are one letter away. */
const MIN_LENGTH = 4;
/** From this length on two edits are mended, below it one. */
const TWO_EDITS_LENGTH = 7;
/** Added to the edits: the first letter is rarely the one mistyped. */
const OTHER_FIRST_LETTER = 0.5;
/** Taken off the edits where only the doubling of letters differs, the most common slip ("helo", "comming"). */
const DOUBLING = 0.5;
/** Deletions are taken from this many first letters only, which bounds the index. */
const PREFIX_LENGTH = 8;

/**
 * @param vocabulary words worth mending towards, with how often the knowledge uses each
 * @param english words that are right as they stand though the knowledge does not use them
 */
export function createSpeller(
  vocabulary: ReadonlyMap<string, number>,
  english: ReadonlySet<string>,
): Speller {
  const byDeletion = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    if (word.length < MIN_LENGTH || /\d/.test(word)) continue;
    for (const deletion of deletionsOf(word)) {
      const words = byDeletion.get(deletion);
      if (words) words.push(word);
      else byDeletion.set(deletion, [word]);
    }
  }

  const nearest = (token: string): string | undefined => {
    const limit = token.length >= TWO_EDITS_LENGTH ? 2 : 1;
    let best: { word: string; cost: number; count: number } | undefined;
    const candidates = new Set([...deletionsOf(token)].flatMap((deletion) => byDeletion.get(deletion) ?? []));
    for (const word of candidates) {
      if (Math.abs(word.length - token.length) > limit) continue;
      const distance = DamerauLevenshteinDistance(token, word, { restricted: true });
      if (distance > limit) continue;
      const count = vocabulary.get(word)!;
      const cost =
        distance +
        (word[0] === token[0] ? 0 : OTHER_FIRST_LETTER) -
        (undouble(word) === undouble(token) ? DOUBLING : 0);
      if (!best || cost < best.cost || (cost === best.cost && count > best.count))
        best = { word, cost, count };
    }
    return best?.word;
  };

  return {
    correct: (tokens) =>
      tokens.map((token) => {
        const right =
          token.length < MIN_LENGTH || /\d/.test(token) || vocabulary.has(token) || english.has(token);
        return right ? token : (nearest(token) ?? token);
      }),
  };
}

const undouble = (word: string): string => word.replace(/(.)\1+/g, '$1');

/** The word's beginning, and all that is left of it after taking out one or two letters. */
function deletionsOf(word: string): Set<string> {
  const start = word.slice(0, PREFIX_LENGTH);
  const once = Array.from(start, (_, at) => start.slice(0, at) + start.slice(at + 1));
  const twice =
    word.length >= TWO_EDITS_LENGTH - 1
      ? once.flatMap((left) => Array.from(left, (_, at) => left.slice(0, at) + left.slice(at + 1)))
      : [];
  return new Set([start, ...once, ...twice]);
}
