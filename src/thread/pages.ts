// What the bot says, in parts: each so small that the receiving thread reads it in a millisecond or two, however large
// the whole is. Phrasings stay behind.
import type { Answer, ChatLine, Fact, Source } from '../domain/faq';
import { deepFreeze } from '../domain/frozen';
import type { BackgroundLine, KnowledgeBase, SafetyLine, SpokenKnowledge } from '../domain/knowledgeBase';

/** Answers or facts in one part. */
const PAGE_LENGTH = 200;

/** Facts and sources go by id, or each page would bring copies of its own: sources are told apart by identity. */
type CarriedAnswer = Omit<Answer, 'facts' | 'more'> & {
  readonly facts: readonly string[];
  readonly more?: { readonly text: string; readonly facts: readonly string[] };
};
type CarriedFact = Omit<Fact, 'source'> & { readonly source: string };

/** All that hardly grows with the number of entries. */
export interface KnowledgeHead extends Omit<SpokenKnowledge, 'entries' | 'chat' | 'facts' | 'sources'> {
  readonly sources: readonly Source[];
  readonly chat: readonly ChatLine[];
  /** How many pages follow. */
  readonly pages: number;
}

export interface KnowledgePage {
  readonly facts: readonly CarriedFact[];
  readonly entries: readonly CarriedAnswer[];
}

export interface PagedKnowledge {
  readonly head: KnowledgeHead;
  /** Facts first: an answer's facts stand on earlier pages. */
  readonly pages: readonly KnowledgePage[];
}

export function toPages(knowledge: KnowledgeBase): PagedKnowledge {
  const { version, roles, questionnaire, result, phrases, widget, policies } = knowledge;
  const facts = [...knowledge.facts.values()].map((fact) => ({ ...fact, source: fact.source.id }));
  const entries = [...knowledge.entries.values()].map(carried);
  const pages = [
    ...slices(facts).map((slice) => ({ facts: slice, entries: [] })),
    ...slices(entries).map((slice) => ({ facts: [], entries: slice })),
  ];
  const head = {
    version,
    roles,
    questionnaire,
    result,
    phrases,
    widget,
    policies,
    sources: [...knowledge.sources.values()],
    chat: [...knowledge.chat.values()].map(({ id, answer }): ChatLine => ({ id, answer })),
    background: knowledge.background.map(({ id, reply }): BackgroundLine => ({ id, reply })),
    safety: knowledge.safety.map(({ id, reply }): SafetyLine => ({ id, reply })),
    pages: pages.length,
  };
  return { head, pages };
}

/** @param page fetches one; between two the thread does its other work */
export async function fromPages(
  { sources, chat, pages, ...head }: KnowledgeHead,
  page: (at: number) => Promise<KnowledgePage>,
): Promise<SpokenKnowledge> {
  const sourceOf = new Map(deepFreeze(sources).map((source) => [source.id, source]));
  const facts = new Map<string, Fact>();
  const entries = new Map<Answer['id'], Answer>();
  for (let at = 0; at < pages; at++) {
    const part = await page(at);
    for (const fact of part.facts)
      facts.set(fact.id, deepFreeze({ ...fact, source: sourceOf.get(fact.source)! }));
    for (const entry of part.entries) entries.set(entry.id, deepFreeze(withFacts(entry, facts)));
  }
  return Object.freeze({
    ...deepFreeze(head),
    sources: sourceOf,
    facts,
    entries,
    chat: new Map(deepFreeze(chat).map((line) => [line.id, line])),
  });
}

/** Named one by one, so that a phrasing cannot come along. */
const carried = ({ id, role, topic, question, answer, facts, more, related }: Answer): CarriedAnswer => ({
  id,
  role,
  topic,
  question,
  answer,
  facts: idsOf(facts),
  ...(more && { more: { text: more.text, facts: idsOf(more.facts) } }),
  related,
});

const idsOf = (facts: readonly Fact[]): readonly string[] => facts.map(({ id }) => id);

function withFacts({ facts, more, ...answer }: CarriedAnswer, known: ReadonlyMap<string, Fact>): Answer {
  const named = (ids: readonly string[]): readonly Fact[] => ids.map((id) => known.get(id)!);
  return {
    ...answer,
    facts: named(facts),
    ...(more && { more: { text: more.text, facts: named(more.facts) } }),
  };
}

const slices = <T>(items: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / PAGE_LENGTH) }, (_, at) =>
    items.slice(at * PAGE_LENGTH, (at + 1) * PAGE_LENGTH),
  );
