// Questions to suggest while a person types: the entries that the words typed so far speak for, the last one unfinished.
import { PorterStemmer } from 'natural/lib/natural/stemmers';
import type { FaqId } from '../domain/faq';
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { ROLE_IDS, type RoleId } from '../domain/role';
import { createCompleter } from './completion';
import type { Prepared } from './intentClassifier';
import { createLifts } from './lifts';
import type { PreparedExample, Preparer } from './preparation';
import { MAX_UTTERANCE_LENGTH, tokenize } from './tokens';
import { topicOf } from './topics';

/** Entries whose question may be what is being typed, best first, at most five, each once; ties by id. Never throws. */
export type Suggester = (text: string) => FaqId[];

export const MOST_SUGGESTIONS = 5;
/** Fewer typed letters tell nothing. */
const MIN_LETTERS = 3;
/** Log of how many times likelier the words must be in the entry's phrasings than in any message. */
const LIKELY = Math.log(4);

/** A space keeps it apart from all words. */
const roleFeature = (role: RoleId): string => `role ${role}`;
/** A text of two roles names each: so who has typed "difference between a biller" still finds what is about both. */
const rolesIn = (role: RoleId | undefined): readonly RoleId[] =>
  role === undefined ? [] : role === 'both' ? ROLE_IDS : [role];

/** @param examples all of the knowledge: those of small talk and background show which words tell nothing */
export function createSuggester(
  knowledge: KnowledgeBase,
  preparer: Preparer,
  examples: readonly PreparedExample[],
): Suggester {
  const ids = [...knowledge.entries.keys()].sort();
  const entryOf = new Map<string, number>(ids.map((id, at) => [id, at]));
  const stemOf = rememberStems(examples);
  const featuresOf = ({ masked, role }: Prepared): Set<string> =>
    new Set([...masked.map(stemOf), ...rolesIn(role).map(roleFeature)]);
  const liftsOf = createLifts(
    examples.map((example) => ({ entry: entryOf.get(example.id), features: featuresOf(example) })),
    ids.map((id) => topicOf(id)),
    new Set(ROLE_IDS.map(roleFeature)),
  );
  const complete = createCompleter(
    examples.filter(({ id }) => entryOf.has(id)).flatMap(({ tokens }) => tokens),
  );

  /** What may have been typed once the last word is finished. */
  const readingsOf = (text: string): { readonly tokens: readonly string[]; readonly chance: number }[] => {
    const { tokens } = preparer.prepare(text);
    const begun = /[\p{L}\p{N}]$/u.test(text) ? tokenize(text).at(-1) : undefined;
    const completions = begun === undefined ? [] : complete(begun);
    if (completions.length === 0) return [{ tokens, chance: 1 }];
    return completions.map(({ word, chance }) => ({ tokens: [...tokens.slice(0, -1), word], chance }));
  };

  return (typed) => {
    const text = typed.slice(0, MAX_UTTERANCE_LENGTH);
    if ((text.match(/\p{L}/gu) ?? []).length < MIN_LETTERS) return [];
    const readings = readingsOf(text).map(({ tokens, chance }) => ({
      lifts: liftsOf(featuresOf(preparer.prepareTokens(tokens))),
      weight: Math.log(chance),
    }));
    return ids
      .map((id, at) => ({ id, score: Math.max(...readings.map(({ lifts, weight }) => lifts[at]! + weight)) }))
      .filter(({ score }) => score >= LIKELY)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_SUGGESTIONS)
      .map(({ id }) => id);
  };
}

/** Stemming is slow beside a look-up, and the same few thousand words come again and again. */
function rememberStems(examples: readonly PreparedExample[]): (word: string) => string {
  const words = new Set(examples.flatMap(({ masked }) => masked));
  const stems = new Map([...words].map((word) => [word, PorterStemmer.stem(word)]));
  return (word) => stems.get(word) ?? PorterStemmer.stem(word);
}
