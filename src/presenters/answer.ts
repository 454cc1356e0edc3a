// An answer as it is sent: the text, for each role where there are two, and the line that says where it comes from.
import { MessageFactory, type Activity } from 'botbuilder';
import type { Answer, Fact, FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { RoleId } from '../domain/role';
import type { Channel } from './channel';
import { askCard } from './choiceCard';
import { citationsOf } from './citations';
import { namedSources, sourcesOf } from './sources';
import { capitalized } from './wording';

/** As many related questions as fit under an answer on a phone. */
const MAX_RELATED = 3;

/** The entries' answers with their sources, one message; related questions as its buttons, or on a card of their own. */
export function presentAnswer(
  knowledge: SpokenKnowledge,
  ids: readonly FaqId[],
  channel: Channel,
): Partial<Activity>[] {
  const entries = ids.flatMap((id) => knowledge.entries.get(id) ?? []);
  const parts =
    entries.length > 1
      ? entries.map((entry) => underHeading(knowledge, entry))
      : entries.map(({ answer }) => answer);
  const facts = entries.flatMap((entry) => entry.facts);
  const answer = {
    ...presentSourced(knowledge, parts.join('\n\n'), facts, channel),
    ...(channel.feedback && { channelData: { feedbackLoop: { type: 'default' } } }),
  };
  const related = relatedTo(knowledge, entries, ids);
  if (related.length === 0) return [answer];
  // Suggested actions would take the citations from the message.
  if (channel.pressableCards)
    return [answer, MessageFactory.attachment(askCard(knowledge.phrases.askNext, related))];
  const { suggestedActions } = MessageFactory.suggestedActions(related.map(({ question }) => question));
  return [{ ...answer, suggestedActions }];
}

/** A text, then the line that says where it comes from; the text alone where it rests on no fact. */
export function presentSourced(
  knowledge: SpokenKnowledge,
  text: string,
  facts: readonly Fact[],
  channel: Channel,
): Partial<Activity> {
  if (facts.length === 0) return MessageFactory.text(text);
  const message = MessageFactory.text(`${text}\n\n${sourceLine(knowledge, facts, channel)}`);
  return channel.citations
    ? { ...message, entities: [citationsOf(knowledge.phrases, sourcesOf(facts))] }
    : message;
}

export function titleOf(knowledge: SpokenKnowledge, role: RoleId): string {
  return knowledge.roles.find(({ id }) => id === role)?.title ?? role;
}

function relatedTo(
  knowledge: SpokenKnowledge,
  entries: readonly Answer[],
  ids: readonly FaqId[],
): readonly Answer[] {
  return [...new Set(entries.flatMap((entry) => entry.related))]
    .filter((id) => !ids.includes(id))
    .slice(0, MAX_RELATED)
    .flatMap((id) => knowledge.entries.get(id) ?? []);
}

function underHeading(knowledge: SpokenKnowledge, { role, answer }: Answer): string {
  const heading = phrase(knowledge.phrases, 'roleHeading', { role: capitalized(titleOf(knowledge, role)) });
  return `${heading} ${answer}`;
}

/** Each source once, in the order of the facts, with the dates of what was taken from it. */
function sourceLine({ phrases }: SpokenKnowledge, facts: readonly Fact[], channel: Channel): string {
  const sources = sourcesOf(facts);
  return phrase(phrases, sources.length > 1 ? 'sources' : 'source', {
    sources: namedSources(sources, channel),
  });
}
