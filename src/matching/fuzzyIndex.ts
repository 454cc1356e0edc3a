// Fuzzy search over the phrasings (fuse.js), for messages too short or too garbled for the classifiers.
import Fuse from 'fuse.js';
import type { FaqId } from '../domain/faq';
import type { KnowledgeBase } from '../domain/knowledgeBase';

export interface FuzzyMatch {
  readonly id: FaqId;
  /** 0 where nothing is alike, 1 where the text is the phrasing. */
  readonly similarity: number;
}

export interface FuzzyIndex {
  /** Entries with a phrasing like `text`, best first, each once; ties by id. Costs milliseconds. */
  readonly search: (text: string, limit: number) => FuzzyMatch[];
}

/** Fuse's bitap compares at most this many characters in one piece; garbled messages worth an offer are short. */
const MAX_LENGTH = 32;
/** Fuse's own scale: 0 is equal, 1 is unlike. Looser limits find a likeness in anything. */
const THRESHOLD = 0.34;

export function createFuzzyIndex({ entries }: KnowledgeBase): FuzzyIndex {
  const phrasings = [...entries.values()].flatMap(({ id, question, variants }) =>
    [question, ...variants].filter((text) => text.length <= MAX_LENGTH).map((text) => ({ id, text })),
  );
  const fuse = new Fuse(phrasings, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: THRESHOLD,
  });
  return {
    search(text, limit) {
      if (text.trim() === '' || text.length > MAX_LENGTH) return [];
      const best = new Map<FaqId, number>();
      for (const { item, score = 1 } of fuse.search(text)) {
        // A short text lies inside many phrasings: what it leaves uncovered counts against the likeness.
        const covered = Math.min(1, text.length / item.text.length);
        best.set(item.id, Math.max(best.get(item.id) ?? 0, (1 - score) * covered));
      }
      return [...best]
        .map(([id, similarity]) => ({ id, similarity }))
        .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
  };
}
