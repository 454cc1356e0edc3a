// Documents for the tests of what draws them: a small one of every kind of block, and any at all.
import fc from 'fast-check';
import type { Block, TextDocument } from '../../src/domain/document';
import { oneLine } from '../../src/presenters/markdown';

/** One block of each kind; the second column of the comparison is the chosen one. */
export const aDocument: TextDocument = [
  { kind: 'heading', level: 1, text: 'Your plan' },
  { kind: 'paragraph', text: 'Coding fits you, at $22 an hour (May 2024).' },
  { kind: 'heading', level: 2, text: 'Why' },
  { kind: 'list', items: ['You like rules.', 'You like on-the-job puzzles.'] },
  { kind: 'heading', level: 2, text: 'How they compare' },
  {
    kind: 'comparison',
    columns: ['Billing', 'Coding (your fit)'],
    chosen: 1,
    rows: [
      { title: 'Training', cells: ['Weeks', 'Months'] },
      { title: 'People', cells: ['Many calls', 'Few calls'] },
    ],
  },
  {
    kind: 'sources',
    text: 'Sources:',
    sources: [
      { name: 'An article', url: 'https://article.example/', asOf: '2019' },
      { name: 'BLS', url: 'https://bls.example/', asOf: 'May 2024, 2024-34' },
    ],
  },
];

/** Words, numbers and markup, in any order. */
const text = fc
  .array(
    fc.constantFrom(
      ...[
        'coding',
        'pays $22',
        'BLS (May 2024)',
        'on-the-job',
        '*a*',
        '**b**',
        '_c_',
        '`d`',
        '[x](y)',
        '[x]: y',
      ],
      ...[
        '<b>',
        '&amp;',
        '~~e~~',
        '# f',
        '> g',
        '- h',
        '+',
        '1. i',
        '---',
        '\\',
        '\\(',
        '\\[',
        '$$',
        'j\n- k',
      ],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(' '));
const texts = fc.array(text, { minLength: 1, maxLength: 4 });

const comparison = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([width, height]) => {
    const across = fc.array(text, { minLength: width, maxLength: width });
    return fc.record({
      kind: fc.constant('comparison' as const),
      columns: across,
      chosen: fc.option(fc.nat(width - 1), { nil: undefined }),
      rows: fc.array(fc.record({ title: text, cells: across }), { minLength: height, maxLength: height }),
    });
  });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: texts }),
  comparison,
  fc.record({
    kind: fc.constant('sources' as const),
    text,
    sources: fc.array(fc.record({ name: text, url: fc.webUrl(), asOf: text }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);

/** Any document: no block of it is empty. */
export const documents: fc.Arbitrary<TextDocument> = fc.array(block, { minLength: 1, maxLength: 8 });

/** All that a person should read of the block, in order. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'comparison':
      return block.rows.flatMap(({ title, cells }) => [
        title,
        ...block.columns.flatMap((column, at) => [column, cells[at] ?? '']),
      ]);
    case 'sources':
      return [block.text, ...block.sources.flatMap(({ name, asOf }) => [name, asOf])];
  }
}

/** The first text of the document that `shown` does not have where it should come; absent when all are in order. */
export function missingFrom(shown: string, document: TextDocument): string | undefined {
  let from = 0;
  return document
    .flatMap(textsOf)
    .map(oneLine)
    .find((part) => {
      const at = shown.indexOf(part, from);
      from = at + part.length;
      return at < 0;
    });
}

/** What is drawn of a line of Markdown as we write it: bold is not seen, an escaped sign is itself. */
export const drawn = (markdown: string): string =>
  markdown.replaceAll(/\\([!-/:-@[-`{-~])|\*\*/g, (_, sign: string | undefined) => sign ?? '');
