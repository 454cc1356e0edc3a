// Plain text as Markdown, for the channels that draw it: it shows as it stands, whatever signs are in it.

/** Signs that are markup wherever they stand; an underscore inside a word and a `<` before a blank are not. */
const ANYWHERE =
  /[\\*`~\]]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)|\$(?=\$)/g;

/** What makes a heading, a quote, a list or a line of its own at the start of a text. */
const AT_THE_START = /^(#+(?=\s|$)|>|[-+](?=[\s-]|$)|\d+(?=[.)](?:\s|$)))/;

/** A text with its lines and blanks as one line, which is how every channel gets it. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/**
 * The Markdown that shows `text`, a whole line or item, on one line. Of brackets the closing one alone gets a backslash:
 * Web Chat takes `\[` and `\(` for the start of a formula.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replaceAll(ANYWHERE, String.raw`\$&`)
    .replace(AT_THE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

/** A link that shows `name`. Parentheses would end the address. */
export const linkTo = (name: string, url: string): string =>
  `[${escapeMarkdown(name)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
