// What every page for a browser has around its content: no script, nothing from elsewhere, one style.
import { html, Html, type Content } from '../html';
import { PAGE_STYLE } from './pageStyle';

export interface PageFrame {
  /** In the browser's tab and history. */
  readonly title: string;
  /** BCP 47; English where absent. */
  readonly language?: string;
  readonly main: Content;
  readonly footer?: Content;
}

/** In one piece: a blank more, and it is no longer what its hash stands for. */
const STYLE = new Html(`<style>${PAGE_STYLE}</style>`);

/** A whole HTML document; to be served with a policy that lets in PAGE_STYLE alone. */
export function pageFrame({ title, language = 'en', main, footer }: PageFrame): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <main>${main}</main>
        ${footer && html`<footer>${footer}</footer>`}
      </body>
    </html> `.markup;
}
