// The home page of the bot: the chat itself, and how to put it on another page.
import { fill, type HomeWords } from '../domain/widgetWords';
import { html } from '../html';
import { pageFrame } from './pageFrame';

export interface HomePageOptions {
  readonly words: HomeWords;
  /** BCP 47, of the words. */
  readonly language: string;
  /** Of the bot, without a slash at its end. */
  readonly address: string;
  /** Path of the bot, without a slash at its end; undefined where only a proxy knows it. */
  readonly path: string | undefined;
}

/** The one line that puts the chat on a page. */
export const snippetFor = (address: string): string => `<script src="${address}/widget.js" defer></script>`;

/** A whole HTML document; its script is beside it, and the chat opens at once. */
export function homePage({ words, language, address, path }: HomePageOptions): string {
  const emulator = fill(words.emulatorText, { address: `${address}/api/messages` });
  // A page at /bot, without a slash, would look for a file beside it at the root.
  const beside = (name: string): string => (path === undefined ? name : `${path}/${name}`);
  const main = html`<h1 class="beside">${words.title}</h1>
    <p>${words.intro}</p>
    <noscript><p>${words.noScript}</p></noscript>
    <h2>${words.embed}</h2>
    <p>${words.embedText}</p>
    <pre tabindex="0" aria-label="${words.snippet}" role="group"><code>${snippetFor(address)}</code></pre>
    <p>${words.origins}</p>
    <h2>${words.emulator}</h2>
    <p>${emulator}</p>
    <div class="links">
      <a href="${beside('privacy')}" hreflang="en">${words.privacy}</a>
      <a href="${beside('terms')}" hreflang="en">${words.terms}</a>
    </div>
    <script src="${beside('widget.js')}" defer data-open data-language="${language}"></script>`;
  return pageFrame({ title: words.title, language, main });
}
