// Which sources should have been read again by now, and which facts hang on them.
import type { Fact, Source } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';

export interface Outdated {
  readonly source: Source;
  readonly facts: readonly Fact[];
}

/** Those with a fact to their name whose `again` lies before that day, the longest overdue first. @param today ISO date */
export function outdatedSources(
  { sources, facts }: Pick<SpokenKnowledge, 'sources' | 'facts'>,
  today: string,
): readonly Outdated[] {
  return [...sources.values()]
    .filter(({ again }) => again < today)
    .sort((one, other) => (one.again < other.again ? -1 : 1))
    .map((source) => ({ source, facts: [...facts.values()].filter((fact) => fact.source === source) }))
    .filter((outdated) => outdated.facts.length > 0);
}
