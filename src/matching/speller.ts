// Mends spelling towards the words of the knowledge: candidates from an index of deletions (Garbe's symmetric delete
// search), chosen by how likely the slip is, how common the word, and how often it stands between these neighbours.
import { slipCost } from './slipCost';

export interface Speller {
  /** The tokens with misspelt ones replaced. */
  readonly correct: (tokens: readonly string[]) => string[];
}

/** How often the knowledge uses each word, and each pair of words in a row. */
export interface WordCounts {
  readonly words: ReadonlyMap<string, number>;
  /** Keys are the two words with a space between; `^` and `$` stand for the ends of a text. */
  readonly pairs: ReadonlyMap<string, number>;
}

/** Shorter words are left alone: too many words are one letter away. Letters. */
const MIN_LENGTH = 3;
/** From this length on two edits are mended, below it one. Letters. */
const TWO_EDITS_LENGTH = 7;
/** Deletions are taken from this many first letters only, which bounds the index. */
const PREFIX_LENGTH = 7;
/** Edits above the limit that pass, for an edit of the first letter costs more than 1; two cheap slips pass for one too. */
const TOLERANCE = 0.5;

/**
 * What an edit takes off a word's chances; its count, and the counts of its pairs, add this much of their logarithms.
 * Chosen on typos injected into the development split of CLINC150, where the optimum is flat.
 */
const EDIT_WEIGHT = 6;
const COUNT_WEIGHT = 0.5;

/** A word used this often is right, though no list of English words has it ("careerstep") ... */
const KNOWN = 3;
/** ... and from here on mended towards: texts of people hold slips too, some of them more than once ... */
const ESTABLISHED = 5;
/** ... unless a word one slip away is used this many times as often ("biling"). */
const SLIP_RATIO = 8;

export function countWords(texts: readonly (readonly string[])[]): WordCounts {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const tokens of texts) {
    tokens.forEach((token, at) => {
      count(words, token);
      count(pairs, `${tokens[at - 1] ?? '^'} ${token}`);
    });
    if (tokens.length > 0) count(pairs, `${tokens.at(-1)} $`);
  }
  return { words, pairs };
}

/**
 * A word that the knowledge does not use is mended wherever a word that it does use is near. One that is right all the
 * same is mended only where the knowledge has the other word between the same two neighbours.
 * @param english words that are right as they stand though the knowledge does not use them
 */
export function createSpeller(
  { words, pairs }: WordCounts,
  english: Pick<ReadonlySet<string>, 'has'>,
): Speller {
  const index = indexDeletions(
    [...words].flatMap(([word, count]) =>
      isReadable(word) && (english.has(word) || count >= ESTABLISHED) ? [word] : [],
    ),
  );
  const isSlip = (word: string, count: number) =>
    [...index.near(word)].some(
      (other) => words.get(other)! >= SLIP_RATIO * count && slipCost(word, other) <= 1 + TOLERANCE,
    );
  const slips = new Set(
    [...words].flatMap(([word, count]) => (!english.has(word) && isSlip(word, count) ? [word] : [])),
  );
  const isRight = (word: string) =>
    english.has(word) || ((words.get(word) ?? 0) >= KNOWN && !slips.has(word));
  const pairCount = (first: string, second: string) => pairs.get(`${first} ${second}`) ?? 0;

  const mend = (token: string, before: string, after: string): string => {
    const isWord = isRight(token);
    const limit = isWord || token.length < TWO_EDITS_LENGTH ? 1 : 2;
    let best = token;
    let highest = -Infinity;
    for (const word of index.near(token)) {
      if (Math.abs(word.length - token.length) > limit || slips.has(word)) continue;
      const [left, right] = [pairCount(before, word), pairCount(word, after)];
      if (isWord && (left === 0 || right === 0)) continue;
      const cost = slipCost(token, word);
      if (cost > limit + TOLERANCE) continue;
      const counts = words.get(word)! * (1 + left) * (1 + right);
      const chance = COUNT_WEIGHT * Math.log(counts) - EDIT_WEIGHT * cost;
      if (chance > highest) [best, highest] = [word, chance];
    }
    return best;
  };

  return {
    correct(tokens) {
      const mended = [...tokens];
      tokens.forEach((token, at) => {
        if (!isReadable(token) || (words.has(token) && isRight(token))) return;
        mended[at] = mend(token, mended[at - 1] ?? '^', tokens[at + 1] ?? '$');
      });
      return mended;
    },
  };
}

const isReadable = (word: string): boolean => word.length >= MIN_LENGTH && !/\d/.test(word);

/** Finds the words that share a beginning with a token once up to two letters of either are taken out. */
function indexDeletions(words: readonly string[]): { near(token: string): Iterable<string> } {
  const byDeletion = new Map<string, string[]>();
  for (const word of words) {
    for (const deletion of deletionsOf(word)) {
      const sharing = byDeletion.get(deletion);
      if (sharing) sharing.push(word);
      else byDeletion.set(deletion, [word]);
    }
  }
  return {
    near(token) {
      const words = new Set<string>();
      for (const deletion of deletionsOf(token)) {
        for (const word of byDeletion.get(deletion) ?? []) words.add(word);
      }
      return words;
    },
  };
}

/** The word's beginning, and all that is left of it after taking out one letter, of words of six letters on two. */
function deletionsOf(word: string): Set<string> {
  const start = word.slice(0, PREFIX_LENGTH);
  const deletions = new Set([start]);
  for (let at = 0; at < start.length; at++) deletions.add(start.slice(0, at) + start.slice(at + 1));
  if (word.length < TWO_EDITS_LENGTH - 1) return deletions;
  for (const once of [...deletions].slice(1)) {
    for (let at = 0; at < once.length; at++) deletions.add(once.slice(0, at) + once.slice(at + 1));
  }
  return deletions;
}
