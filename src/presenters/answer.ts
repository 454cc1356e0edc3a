// An answer as it is sent: the text, for each role where there are two, and the line that says where it comes from.
import { MessageFactory, type Activity } from 'botbuilder';
import type { Answer, Fact, FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { RoleId } from '../domain/role';
import type { Channel } from './channel';
import { namedSources, sourcesOf } from './sources';
import { capitalized } from './wording';

/** As many related questions as fit under an answer on a phone. */
const MAX_RELATED = 3;

/** The entries' answers with their sources; related questions as buttons where the channel has them. */
export function presentAnswer(
  knowledge: SpokenKnowledge,
  ids: readonly FaqId[],
  channel: Channel,
): Partial<Activity> {
  const entries = ids.flatMap((id) => knowledge.entries.get(id) ?? []);
  const parts =
    entries.length > 1
      ? entries.map((entry) => underHeading(knowledge, entry))
      : entries.map(({ answer }) => answer);
  const facts = entries.flatMap((entry) => entry.facts);
  const text = [...parts, ...(facts.length > 0 ? [sourceLine(knowledge, facts, channel)] : [])].join('\n\n');
  const related = [...new Set(entries.flatMap((entry) => entry.related))]
    .filter((id) => !ids.includes(id))
    .slice(0, MAX_RELATED)
    .flatMap((id) => knowledge.entries.get(id)?.question ?? []);
  return MessageFactory.suggestedActions(related, text);
}

export function titleOf(knowledge: SpokenKnowledge, role: RoleId): string {
  return knowledge.roles.find(({ id }) => id === role)?.title ?? role;
}

function underHeading(knowledge: SpokenKnowledge, { role, answer }: Answer): string {
  const heading = phrase(knowledge.phrases, 'roleHeading', { role: capitalized(titleOf(knowledge, role)) });
  return `${heading} ${answer}`;
}

/** Each source once, in the order of the facts, with the dates of what was taken from it. */
export function sourceLine({ phrases }: SpokenKnowledge, facts: readonly Fact[], channel: Channel): string {
  const sources = sourcesOf(facts);
  return phrase(phrases, sources.length > 1 ? 'sources' : 'source', {
    sources: namedSources(sources, channel),
  });
}
