// What the pages of the bot have in common: its one style, a main part and a footer.
import { html, htmlDocument, type Content } from '../html';
import { PAGE_STYLE } from './pageStyle';

export interface PageFrame {
  /** In the browser's tab and history. */
  readonly title: string;
  /** BCP 47; English where absent. */
  readonly language?: string;
  readonly main: Content;
  readonly footer?: Content;
}

/** A whole HTML document; to be served with a policy that lets in PAGE_STYLE alone. */
export const pageFrame = ({ title, language, main, footer }: PageFrame): string =>
  htmlDocument({
    title,
    language,
    style: PAGE_STYLE,
    body: html`<main>${main}</main>
      ${footer && html`<footer>${footer}</footer>`}`,
  });
