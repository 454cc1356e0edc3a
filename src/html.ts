// HTML by tagged template: whatever is put in is escaped, unless it is HTML made here; and the frame of a whole document.

/** Markup that is safe to write out as it stands. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Content = string | number | Html | undefined | readonly Content[];

/** `html\`<p>${text}</p>\``; lists are joined, undefined leaves nothing. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(strings.reduce((markup, string, at) => markup + markupOf(contents[at - 1]) + string));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(markupOf).join('');
  return String(content).replace(/[&<>"']/g, (letter) => ESCAPES[letter]!);
}

export interface HtmlDocument {
  /** In the browser's tab and history. */
  readonly title: string;
  /** BCP 47; English where absent. */
  readonly language?: string;
  /** CSS; stands in the page unchanged, so that a policy can let it in by its hash. */
  readonly style: string;
  readonly body: Content;
}

/** A whole document: no script, nothing from elsewhere, one style. */
export function htmlDocument({ title, language = 'en', style, body }: HtmlDocument): string {
  // In one piece: a blank more, and the style is no longer what its hash stands for.
  const styleElement = new Html(`<style>${style}</style>`);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;
}
