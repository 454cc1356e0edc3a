// A document as an Adaptive Card: the same words in the same order as its text.
import { CardFactory, type Attachment } from 'botbuilder';
import type { Block, Comparison, TextDocument } from '../domain/document';
import { textBlock, type CardElement } from './cardElements';
import { escapeMarkdown } from './markdown';
import { namedSources } from './sources';

/** The oldest version that has all we cannot do without: a client that is older says `fallbackText` instead. */
const VERSION = '1.2';

/** The document as a card of an activity; `fallbackText` is its whole text, for clients that draw no such card. */
export const documentCard = (document: TextDocument, fallbackText: string): Attachment =>
  CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: VERSION,
    lang: 'en',
    fallbackText,
    body: document.flatMap(elementsOf),
  });

// In Teams `medium` is as small as the text, and would make a heading look like the title of a row.
const HEADINGS = {
  1: { style: 'heading', size: 'extraLarge', weight: 'bolder' },
  2: { style: 'heading', size: 'large', weight: 'bolder', spacing: 'large', separator: true },
} as const;

function elementsOf(block: Block): readonly CardElement[] {
  switch (block.kind) {
    case 'heading':
      return [textBlock(escapeMarkdown(block.text), HEADINGS[block.level])];
    case 'paragraph':
      return [textBlock(escapeMarkdown(block.text))];
    case 'list':
      // A Markdown list would be wider than the card: the renderer adds its indent to the full width.
      return block.items.map((item) => textBlock(`• ${escapeMarkdown(item)}`, { spacing: 'small' }));
    case 'comparison':
      return block.rows.flatMap((row) => rowElements(block, row));
    case 'sources': {
      const text = `${escapeMarkdown(block.text)} ${namedSources(block.sources, { links: true })}`;
      return [textBlock(text, { size: 'small', isSubtle: true, spacing: 'large', separator: true })];
    }
  }
}

/** The title, then the columns one under the other: side by side, a phone breaks their words and numbers. */
function rowElements(
  { columns, chosen }: Comparison,
  { title, cells }: Comparison['rows'][number],
): readonly CardElement[] {
  return [
    textBlock(escapeMarkdown(title), { weight: 'bolder', spacing: 'medium' }),
    ...columns.map((column, at) => ({
      type: 'Container',
      spacing: at === 0 ? 'small' : 'default',
      ...(at === chosen && { style: 'emphasis', bleed: true }),
      items: [
        textBlock(escapeMarkdown(column), {
          size: 'small',
          ...(at === chosen ? { weight: 'bolder' } : { isSubtle: true }),
        }),
        textBlock(escapeMarkdown(cells[at] ?? ''), { spacing: 'none' }),
      ],
    })),
  ];
}
