import fc from 'fast-check';
import { channelOf } from '../../src/presenters/channel';
import { documentText } from '../../src/presenters/documentText';
import { aDocument, documents, drawn, missingFrom } from '../helpers/documents';

const withLinks = channelOf('msteams');
const withoutLinks = channelOf('sms');

describe('documentText', () => {
  it('writes Markdown where the channel draws it', () => {
    expect(documentText(aDocument, withLinks).split('\n\n')).toEqual([
      '**Your plan**',
      'Coding fits you, at $22 an hour (May 2024).',
      '**Why**',
      '- You like rules.\n- You like on-the-job puzzles.',
      '**How they compare**',
      '**Training**\n- Billing: Weeks\n- **Coding (your fit)**: Months',
      '**People**\n- Billing: Many calls\n- **Coding (your fit)**: Few calls',
      'Sources: [An article](https://article.example/) (2019); [BLS](https://bls.example/) (May 2024, 2024-34)',
    ]);
  });

  it('writes plain lines where it does not', () => {
    expect(documentText(aDocument, withoutLinks).split('\n\n')).toEqual([
      'Your plan',
      'Coding fits you, at $22 an hour (May 2024).',
      'Why',
      '- You like rules.\n- You like on-the-job puzzles.',
      'How they compare',
      'Training\n- Billing: Weeks\n- Coding (your fit): Months',
      'People\n- Billing: Many calls\n- Coding (your fit): Few calls',
      'Sources: An article (2019); BLS (May 2024, 2024-34)',
    ]);
  });

  it('marks no column where none is chosen', () => {
    const text = documentText(
      [{ kind: 'comparison', columns: ['A', 'B'], rows: [{ title: 'Pay', cells: ['little', 'more'] }] }],
      withLinks,
    );
    expect(text).toBe('**Pay**\n- A: little\n- B: more');
  });

  it('lets no text turn into markup', () => {
    const text = '*a* [x](y) <b>';
    expect(documentText([{ kind: 'paragraph', text }], withLinks)).toBe(String.raw`\*a\* [x\](y) \<b>`);
    expect(documentText([{ kind: 'paragraph', text }], withoutLinks)).toBe(text);
  });

  it('leaves out a block with nothing in it', () => {
    const text = documentText([{ kind: 'list', items: [] }, ...aDocument.slice(0, 1)], withoutLinks);
    expect(text).toBe('Your plan');
  });

  it.each([withLinks, withoutLinks])('says every text of every block, in order: %j', (channel) => {
    fc.assert(
      fc.property(documents, (document) => {
        const written = documentText(document, channel);
        expect(missingFrom(channel.links ? drawn(written) : written, document)).toBeUndefined();
      }),
    );
  });

  it('lets no text open a heading, a quote or a list', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const lines = documentText(document, withLinks).split('\n');
        const texts = lines.map((line) => line.replace(/^- /, ''));
        expect(texts.filter((text) => /^(#|>|[-+](\s|-|$)|\d+[.)](\s|$))/.test(text))).toEqual([]);
      }),
    );
  });
});
