// A document as a page to open and to print.
import type { Block, SourceReference, TextDocument } from '../domain/document';
import { html, type Html } from '../html';
import { comparisonTable, type ComparisonWords } from './comparisonTable';
import { pageFrame } from './pageFrame';

/** What the page says around the document, in words. */
export interface PageWords extends ComparisonWords {
  /** In the browser's tab and history; also the heading of a document that has none. */
  readonly title: string;
  readonly printHint: string;
  /** Until when the page is there, and for whom. */
  readonly expires: string;
  /** BCP 47; English where absent. */
  readonly language?: string;
}

/** A whole HTML document with one h1: the first heading of level 1. */
export function documentPage(document: TextDocument, words: PageWords): string {
  const { title, printHint, expires, language } = words;
  const opening = document.find((block) => block.kind === 'heading' && block.level === 1);
  const main = [
    opening ? undefined : html`<h1>${title}</h1>`,
    document.map((block) =>
      block.kind === 'heading' && block === opening ? html`<h1>${block.text}</h1>` : blockOf(block, words),
    ),
  ];
  const footer = [printHint, expires].map((text) => html`<p>${text}</p>`);
  return pageFrame({ title, language, main, footer });
}

function blockOf(block: Block, words: ComparisonWords): Html | undefined {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'paragraph':
      return block.text.endsWith(':')
        ? html`<p class="introduces">${block.text}</p>`
        : html`<p>${block.text}</p>`;
    case 'list':
      return listOf(block.items.map((item) => html`<li>${item}</li>`));
    case 'comparison':
      return comparisonTable(block, words);
    case 'sources':
      return html`<div class="sources">
        <p>${block.text}</p>
        ${listOf(block.sources.map(sourceOf))}
      </div>`;
  }
}

const listOf = (items: readonly Html[]): Html | undefined =>
  items.length > 0
    ? html`<ul>
        ${items}
      </ul>`
    : undefined;

/** Only the web is linked: any other address, as `javascript:`, stays a name. */
function sourceOf({ name, url, asOf }: SourceReference): Html {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  const link = html`<a href="${url}" target="_blank" rel="noopener noreferrer">${name}</a>`;
  return html`<li>${isWeb ? link : name} (${asOf})</li>`;
}
