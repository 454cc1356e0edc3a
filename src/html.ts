// HTML by tagged template: whatever is put in is escaped, unless it is HTML made here.

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
