// The page in the chat's frame: next to nothing, until its script draws the chat.
import { CONTENT_ID, ROOT_ID, type WidgetPageContent } from '../domain/widgetPage';
import { fill } from '../domain/widgetWords';
import { html, Html } from '../html';

/** Addresses of the built files, against the page's own. */
export interface ChatFiles {
  readonly script: string;
  readonly style: string;
}

/** A whole HTML document. */
export function chatPage(content: WidgetPageContent, { script, style }: ChatFiles): string {
  const { words, language } = content;
  // In the quiet form of JSON that no parser of HTML takes for the end of the element.
  const json = JSON.stringify(content).replaceAll('<', '\\u003c');
  const block = new Html(`<script type="application/json" id="${CONTENT_ID}">${json}</script>`);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <title>${fill(words.page, { name: words.name })}</title>
        <link rel="stylesheet" href="${style}" />
        ${block}
        <script src="${script}" defer></script>
      </head>
      <body>
        <div id="${ROOT_ID}"></div>
        <noscript>${words.noScript}</noscript>
      </body>
    </html> `.markup;
}
