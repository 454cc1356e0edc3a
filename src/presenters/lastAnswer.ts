// What can be said beside an answer that was given: the rest of it, and where all of it is from.
import { MessageFactory, type Activity } from 'botbuilder';
import type { Answer, Fact, FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import { presentSourced } from './answer';
import type { Channel } from './channel';
import { escapeMarkdown, linkTo, oneLine } from './markdown';
import { dayOf } from './wording';

/** The rest of the answers, with its sources; a word for it where there is none. @param ids of the last answer */
export function presentMore(
  knowledge: SpokenKnowledge,
  ids: readonly FaqId[],
  channel: Channel,
): Partial<Activity> {
  const { phrases } = knowledge;
  const entries = entriesOf(knowledge, ids);
  if (entries.length === 0) return MessageFactory.text(phrases.moreOfNothing);
  const rests = entries.flatMap(({ more }) => more ?? []);
  if (rests.length === 0) return MessageFactory.text(phrases.noMore);
  const text = rests.map((rest) => rest.text).join('\n\n');
  return presentSourced(
    knowledge,
    text,
    rests.flatMap(({ facts }) => facts),
    channel,
  );
}

/** Every source of the answers with its dates, and what to be careful with. */
export function presentSources(
  knowledge: SpokenKnowledge,
  ids: readonly FaqId[],
  channel: Channel,
): Partial<Activity> {
  const { phrases } = knowledge;
  const entries = entriesOf(knowledge, ids);
  if (entries.length === 0) return MessageFactory.text(phrases.sourcesOfNothing);
  const facts = entries.flatMap((entry) => [...entry.facts, ...(entry.more?.facts ?? [])]);
  if (facts.length === 0) return MessageFactory.text(phrases.sourcesOfOwn);
  const sources = [...new Set(facts.map(({ source }) => source))];
  const lines = sources.map((source) => {
    const taken = facts.filter((fact) => fact.source === source);
    return `- ${lineOf(knowledge, taken, channel)}`;
  });
  return MessageFactory.text(lines.join('\n'));
}

const entriesOf = ({ entries }: SpokenKnowledge, ids: readonly FaqId[]): readonly Answer[] =>
  ids.flatMap((id) => entries.get(id) ?? []);

/** @param facts of one source */
function lineOf({ phrases }: SpokenKnowledge, facts: readonly Fact[], { links }: Channel): string {
  const { name, url, read } = facts[0]!.source;
  const plain = links ? escapeMarkdown : oneLine;
  const source = links ? linkTo(name, url) : `${oneLine(name)}, ${url}`;
  const asOf = plain([...new Set(facts.map((fact) => fact.asOf))].join(', '));
  const said = phrase(phrases, 'sourceRead', { source, asOf, read: dayOf(new Date(read)) });
  return facts.some(({ grade }) => grade !== 'A') ? `${said} ${phrases.gradeB}` : said;
}
