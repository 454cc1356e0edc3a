// Where something comes from, in one line: the names of the sources, as links where the channel draws them.
import type { SourceReference } from '../domain/document';
import type { Fact } from '../domain/faq';
import type { Channel } from './channel';
import { escapeMarkdown, linkTo, oneLine } from './markdown';

/** Each source once, in the order of the facts, with the dates of what was taken from it. */
export function sourcesOf(facts: readonly Fact[]): readonly SourceReference[] {
  const dates = new Map<Fact['source'], Set<string>>();
  for (const { source, asOf } of facts) dates.set(source, (dates.get(source) ?? new Set()).add(asOf));
  return [...dates].map(([{ name, url }, asOf]) => ({ name, url, asOf: [...asOf].join(', ') }));
}

/** "Name of one (May 2024); Name of another (2019)"; with `citations` a mark behind each: "Name of one (May 2024) [1]". */
export const namedSources = (
  sources: readonly SourceReference[],
  { links, citations }: Pick<Channel, 'links'> & Partial<Pick<Channel, 'citations'>>,
): string =>
  sources
    .map(({ name, url, asOf }, at) => {
      const named = links
        ? `${linkTo(name, url)} (${escapeMarkdown(asOf)})`
        : `${oneLine(name)} (${oneLine(asOf)})`;
      return citations ? `${named} [${at + 1}]` : named;
    })
    .join('; ');
