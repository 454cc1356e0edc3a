import fc from 'fast-check';
import type { Block, TextDocument } from '../../src/domain/document';
import { documentPage, type PageWords } from '../../src/presenters/documentPage';
import { noticePage } from '../../src/presenters/noticePage';
import { PAGE_STYLE } from '../../src/presenters/pageStyle';

const WORDS: PageWords = {
  title: 'Title',
  printHint: 'Print hint.',
  expires: 'Until then.',
  comparison: 'Compared',
};

const title = (text: string): Block => ({ kind: 'heading', level: 1, text });
const part = (text: string): Block => ({ kind: 'heading', level: 2, text });

const COMPARISON: Block = {
  kind: 'comparison',
  columns: ['Billing', 'Coding (suggested)'],
  chosen: 1,
  rows: [
    { title: 'Training', cells: ['Months', 'A year'] },
    { title: 'Pay', cells: ['Less'] },
  ],
};

/** The page as one line, without its style. */
const page = (document: TextDocument, words: Partial<PageWords> = {}): string =>
  documentPage(document, { ...WORDS, ...words })
    .replace(PAGE_STYLE, '')
    .replace(/\s+/g, ' ')
    .replace(/> | </g, (edge) => edge.trim());

const all = (markup: string, pattern: RegExp): string[] =>
  [...markup.matchAll(pattern)].map(([, found]) => found!.trim());

describe('documentPage', () => {
  it('says all blocks in their order, and after them how to keep the page and until when', () => {
    const markup = page([
      title('Result'),
      { kind: 'paragraph', text: 'A paragraph.' },
      part('A part'),
      { kind: 'list', items: ['one', 'two'] },
    ]);
    expect(markup).toContain(
      '<main><h1>Result</h1><p>A paragraph.</p><h2>A part</h2><ul><li>one</li><li>two</li></ul></main>' +
        '<footer><p>Print hint.</p><p>Until then.</p></footer>',
    );
  });

  it('names its language and its title', () => {
    expect(page([])).toMatch(/^<!doctype html><html lang="en">.*<title>Title<\/title>/);
    expect(page([], { language: 'es' })).toContain('<html lang="es">');
  });

  it.each<[string, TextDocument, string]>([
    ['no heading', [part('A part')], 'Title'],
    ['one', [title('Result')], 'Result'],
    ['one after other blocks', [part('A part'), title('Result')], 'Result'],
    ['several', [title('Result'), title('More')], 'Result'],
  ])('has one h1 where the document has %s of level 1', (_, document, heading) => {
    expect(all(page(document), /<h1>(.*?)<\/h1>/g)).toEqual([heading]);
  });

  it('keeps a second heading of level 1 as one of level 2', () => {
    expect(all(page([title('Result'), title('More')]), /<h2>(.*?)<\/h2>/g)).toEqual(['More']);
  });

  it('leaves out a list of nothing', () => {
    expect(page([{ kind: 'list', items: [] }])).not.toContain('<ul>');
  });

  it('draws a comparison as a table with headers on both sides and a caption', () => {
    const markup = page([COMPARISON]);
    expect(all(markup, /<caption>(.*?)<\/caption>/g)).toEqual(['Compared: Billing, Coding (suggested)']);
    expect(all(markup, /<th scope="col"[^>]*>(\w+)/g)).toEqual(['Billing', 'Coding']);
    expect(all(markup, /<th scope="row"[^>]*>(\w+)/g)).toEqual(['Training', 'Pay']);
  });

  it('has a cell for each column, labelled for screens where the row is a block', () => {
    expect(all(page([COMPARISON]), /data-column="([^"]*">[^<]*)</g)).toEqual([
      'Billing">Months',
      'Coding (suggested)">A year',
      'Billing">Less',
      'Coding (suggested)">',
    ]);
  });

  it('makes the chosen column stand out, and none where none is chosen', () => {
    expect(all(page([COMPARISON]), /class="chosen"[^>]*>([^<]*)</g)).toEqual([
      'Coding (suggested)',
      'A year',
      '',
    ]);
    expect(page([{ ...COMPARISON, chosen: undefined }])).not.toContain('class="chosen"');
  });

  it('links sources without telling them where the reader came from', () => {
    const source = { name: 'BLS', url: 'https://bls.example/?a=1&b=2', asOf: 'May 2024' };
    expect(page([{ kind: 'sources', text: 'From:', sources: [source] }])).toContain(
      '<p>From:</p><ul><li><a href="https://bls.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">' +
        'BLS</a>(May 2024)</li></ul>',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'no address', ''])(
    'names a source without a link where its address is %j',
    (url) => {
      const markup = page([{ kind: 'sources', text: '', sources: [{ name: 'BLS', url, asOf: '2024' }] }]);
      expect(markup).toContain('<li>BLS (2024)</li>');
      expect(markup).not.toContain('<a');
    },
  );

  it('takes every text for text, whoever wrote it', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'<>&"\'/= a'), minLength: 1 });
    const tags = (text: string): string[] =>
      all(
        page(
          [
            title(text),
            part(text),
            { kind: 'paragraph', text },
            { kind: 'list', items: [text] },
            { kind: 'comparison', columns: [text], chosen: 0, rows: [{ title: text, cells: [text] }] },
            {
              kind: 'sources',
              text,
              sources: [{ name: text, url: `https://a.example/${text}`, asOf: text }],
            },
          ],
          {
            title: text,
            printHint: text,
            expires: text,
            comparison: text,
            language: text,
          },
        ),
        /<(\/?[a-z0-9]*)/g,
      );
    const ordinary = tags('ordinary');
    fc.assert(fc.property(nasty, (text) => expect(tags(text)).toEqual(ordinary)));
  });
});

describe.each([
  ['documentPage', documentPage([title('Result'), COMPARISON], WORDS)],
  ['noticePage', noticePage('Title', 'Text.')],
])('%s', (_, markup) => {
  it('has one style, to the letter, and no other style or script', () => {
    expect(all(markup.replace(PAGE_STYLE, '[style]'), /<style>(.*?)<\/style>/gs)).toEqual(['[style]']);
    expect(markup).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i);
  });

  it('loads nothing', () => {
    expect(markup).not.toMatch(/\ssrc=|<link|@import|url\(/i);
  });
});

describe('noticePage', () => {
  it('says its one thing, escaped, in its language', () => {
    const markup = noticePage('Not <here>', 'Sorry & bye.', 'es');
    expect(markup).toContain('<html lang="es">');
    expect(markup).toContain('<title>Not &lt;here&gt;</title>');
    expect(markup).toContain('<h1>Not &lt;here&gt;</h1>');
    expect(markup).toContain('<p>Sorry &amp; bye.</p>');
  });
});
