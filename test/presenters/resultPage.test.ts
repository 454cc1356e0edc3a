import type { TextDocument } from '../../src/domain/document';
import { gonePage, resultPage } from '../../src/presenters/resultPage';
import { PHRASES } from '../helpers/builders';

const DOCUMENT: TextDocument = [
  { kind: 'heading', level: 1, text: 'Result' },
  { kind: 'comparison', columns: ['Billing', 'Coding (suggested)'], chosen: 1, rows: [] },
];

const LATE = new Date('2026-12-22T23:59:59Z');

describe('resultPage', () => {
  it.each([
    ['<title>pageTitle</title>'],
    ['<h1>Result</h1>'],
    ['sideBySide: Billing, Coding (suggested)'],
    ['>Coding (suggested)</th>'],
    ['<p>pagePrint</p>'],
    ['<p>pageExpires December 22, 2026</p>'],
  ])('says %s', (markup) => {
    expect(resultPage(DOCUMENT, LATE, PHRASES)).toContain(markup);
  });
});

describe('gonePage', () => {
  it('says that the page is gone', () => {
    expect(gonePage(PHRASES)).toContain('<p>pageGone</p>');
  });
});
