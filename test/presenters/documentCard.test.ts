import fc from 'fast-check';
import type { TextDocument } from '../../src/domain/document';
import { channelOf } from '../../src/presenters/channel';
import { documentCard } from '../../src/presenters/documentCard';
import { documentText } from '../../src/presenters/documentText';
import { aDocument, documents, drawn, missingFrom } from '../helpers/documents';

interface CardElement {
  readonly type: 'TextBlock' | 'Container';
  readonly text?: string;
  readonly wrap?: boolean;
  readonly style?: string;
  readonly size?: string;
  readonly items?: readonly CardElement[];
}

interface Card {
  readonly version: string;
  readonly lang: string;
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
}

/** What a card may weigh for Teams to draw it. */
const TEAMS_LIMIT = 28 * 1024;

const markdown = channelOf('msteams');
const cardOf = (document: TextDocument, fallbackText = ''): Card =>
  documentCard(document, fallbackText).content as Card;
const textBlocks = (elements: readonly CardElement[]): readonly CardElement[] =>
  elements.flatMap((element) => (element.items ? textBlocks(element.items) : [element]));
const textsIn = (elements: readonly CardElement[]) => textBlocks(elements).map(({ text }) => text ?? '');

/** The card as lines: a column's label and text in one, as in the document's text. */
const linesOf = ({ body }: Card) =>
  body.map((element) =>
    element.items ? textsIn([element]).map(drawn).join(': ') : drawn(element.text ?? '').replace(/^• /, ''),
  );

describe('documentCard', () => {
  it('is an Adaptive Card, and says the whole text where it cannot be drawn', () => {
    const attachment = documentCard(aDocument, 'The whole text.');
    expect(attachment.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(attachment.content).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.2',
      lang: 'en',
      fallbackText: 'The whole text.',
    });
  });

  it('looks as it was looked at', () => {
    expect(cardOf(aDocument, 'The whole text.')).toMatchSnapshot();
  });

  it('makes headings known as such, the first of them larger', () => {
    const headings = cardOf(aDocument).body.filter(({ style }) => style === 'heading');
    expect(headings.map(({ text, size }) => [text, size])).toEqual([
      ['Your plan', 'extraLarge'],
      ['Why', 'large'],
      ['How they compare', 'large'],
    ]);
  });

  it('makes the chosen column stand out in every row, and no other', () => {
    const emphasized = cardOf(aDocument).body.filter(({ style }) => style === 'emphasis');
    expect(emphasized.map(({ items = [] }) => textsIn(items))).toEqual([
      ['Coding (your fit)', 'Months'],
      ['Coding (your fit)', 'Few calls'],
    ]);
  });

  it('makes no column stand out where none is chosen', () => {
    const { body } = cardOf([
      { kind: 'comparison', columns: ['A'], rows: [{ title: 'Pay', cells: ['$1'] }] },
    ]);
    expect(textsIn(body)).toEqual(['Pay', 'A', '$1']);
    expect(body.filter(({ style }) => style === 'emphasis')).toEqual([]);
  });

  it('breaks every line instead of cutting it off', () => {
    fc.assert(
      fc.property(documents, (document) =>
        textBlocks(cardOf(document).body).every(({ wrap }) => wrap === true),
      ),
    );
  });

  it('says every text of every block, in order', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const shown = textsIn(cardOf(document).body).map(drawn).join('\n');
        expect(missingFrom(shown, document)).toBeUndefined();
      }),
    );
  });

  it('says what the text says, and nothing else', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const lines = documentText(document, markdown).split(/\n+/);
        expect(linesOf(cardOf(document))).toEqual(lines.map((line) => drawn(line.replace(/^- /, ''))));
      }),
    );
  });

  it('stays small enough for Teams with its text, even for a long plan', () => {
    const sentence =
      'A sentence of some twenty words that says what to do in one of the weeks, and why it matters now.';
    const list = { kind: 'list', items: Array.from({ length: 8 }, () => sentence) } as const;
    const cells = Array.from({ length: 3 }, () => 'About a dozen words on what this column is like for you.');
    const long: TextDocument = [
      ...aDocument,
      ...Array.from({ length: 6 }, () => list),
      {
        kind: 'comparison',
        columns: ['Medical billing', 'Medical coding (fits you best)', 'The combined role'],
        chosen: 1,
        rows: Array.from({ length: 9 }, (_, at) => ({ title: `Row ${at}`, cells })),
      },
    ];
    const card = cardOf(long, documentText(long, markdown));
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(TEAMS_LIMIT);
  });
});
