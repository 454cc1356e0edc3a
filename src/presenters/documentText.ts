// A document as one text: Markdown where the channel draws it, plain lines where its signs would be noise.
import type { Block, Comparison, TextDocument } from '../domain/document';
import type { Channel } from './channel';
import { escapeMarkdown, oneLine } from './markdown';
import { namedSources } from './sources';

/** How a text is written down so that it shows as it stands, and so that it stands out. */
interface Notation {
  readonly plain: (text: string) => string;
  readonly strong: (text: string) => string;
}

// Bold instead of `#`: Teams draws no headings in messages, and Web Chat draws them too large for a bubble.
const MARKDOWN: Notation = { plain: escapeMarkdown, strong: (text) => `**${escapeMarkdown(text)}**` };
const PLAIN: Notation = { plain: oneLine, strong: oneLine };

/** All that the document says, in its order, a blank line between its blocks. */
export function documentText(document: TextDocument, channel: Channel): string {
  const notation = channel.links ? MARKDOWN : PLAIN;
  return document
    .map((block) => blockText(block, notation, channel))
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block, notation: Notation, channel: Channel): string {
  switch (block.kind) {
    case 'heading':
      return notation.strong(block.text);
    case 'paragraph':
      return notation.plain(block.text);
    case 'list':
      return listOf(block.items.map(notation.plain));
    case 'comparison':
      return comparisonText(block, notation);
    case 'sources':
      return `${notation.plain(block.text)} ${namedSources(block.sources, { links: channel.links })}`;
  }
}

/** Row by row and not as a table, which Teams does not draw and no phone is wide enough for. */
const comparisonText = ({ columns, chosen, rows }: Comparison, { plain, strong }: Notation): string =>
  rows
    .map(({ title, cells }) => {
      const labels = columns.map((column, at) => (at === chosen ? strong : plain)(column));
      return `${strong(title)}\n${listOf(labels.map((label, at) => `${label}: ${plain(cells[at] ?? '')}`))}`;
    })
    .join('\n\n');

const listOf = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
