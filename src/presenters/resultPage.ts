// The page of a result in the author's words, and the page in place of one that is not there.
import type { TextDocument } from '../domain/document';
import { phrase, type Phrases } from '../domain/phrases';
import { documentPage } from './documentPage';
import { noticePage } from './noticePage';
import { dayOf } from './wording';

/** A whole HTML document that also says how to keep it and, by `expires`, how long it can be opened. */
export function resultPage(document: TextDocument, expires: Date, phrases: Phrases): string {
  return documentPage(document, {
    title: phrase(phrases, 'pageTitle', {}),
    printHint: phrase(phrases, 'pagePrint', {}),
    expires: phrase(phrases, 'pageExpires', { date: dayOf(expires) }),
    comparison: phrase(phrases, 'sideBySide', {}),
  });
}

/** A whole HTML document; the same for whatever is not there, and whyever. */
export function gonePage(phrases: Phrases): string {
  return noticePage(phrase(phrases, 'pageTitle', {}), phrase(phrases, 'pageGone', {}));
}
