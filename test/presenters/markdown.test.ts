import fc from 'fast-check';
import { escapeMarkdown, linkTo, oneLine } from '../../src/presenters/markdown';
import { drawn } from '../helpers/documents';

describe('escapeMarkdown', () => {
  it.each([
    '$22 an hour, or $45,000 a year',
    'BLS (May 2024): 50-60 % on-the-job!',
    'Is it for me? Yes: 3 < 5 > 2 & so on; a/b, "c" and it\'s #1.',
    'the snake_case of a_file_name',
    '2019 was a year. 1.5 is a number',
    '-5 % or +5 %',
  ])('leaves an ordinary sentence as it is: %s', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it.each([
    ['*a* [x](y) <b>', String.raw`\*a\* [x\](y) \<b>`],
    ['_a_ __b__', String.raw`\_a\_ \_\_b\_\_`],
    ['`a` ~~b~~', '\\`a\\` \\~\\~b\\~\\~'],
    ['a \\ b', String.raw`a \\ b`],
    ['<!-- a --> </b> <https://a.example>', String.raw`\<!-- a --> \</b> \<https://a.example>`],
    ['&amp; &#42;', String.raw`\&amp; \&#42;`],
    ['$$a$$', String.raw`\$$a\$$`],
    ['# a', String.raw`\# a`],
    ['> a', String.raw`\> a`],
    ['- a', String.raw`\- a`],
    ['---', String.raw`\---`],
    ['+ a', String.raw`\+ a`],
    ['1. a', String.raw`1\. a`],
    ['12) a', String.raw`12\) a`],
  ])('shows markup as it stands: %s', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('keeps a text in its line, where no second line of it could become a list', () => {
    expect(escapeMarkdown('  a\n- b\r\n\tc ')).toBe('a - b c');
  });

  it('adds nothing but backslashes before signs', () => {
    fc.assert(fc.property(fc.string(), (text) => drawn(escapeMarkdown(text)) === oneLine(text)));
  });

  it('never writes what Web Chat takes for a formula', () => {
    const signs = fc.string({ unit: fc.constantFrom('\\', '(', ')', '[', ']', '$', 'a', ' ') });
    fc.assert(fc.property(signs, (text) => !/(?<!\\)(\\\\)*(\\[([]|\$\$)/.test(escapeMarkdown(text))));
  });
});

describe('linkTo', () => {
  it('links a name as it stands to an address that it does not end early', () => {
    expect(linkTo('A [new] *page*', 'https://a.example/b_(c)_d')).toBe(
      String.raw`[A [new\] \*page\*](https://a.example/b_%28c%29_d)`,
    );
  });
});
