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
}

/** The one line that puts the chat on a page. */
export const snippetFor = (address: string): string => `<script src="${address}/widget.js" defer></script>`;

/** A whole HTML document; its script is beside it, and the chat opens at once. */
export function homePage({ words, language, address }: HomePageOptions): string {
  const emulator = fill(words.emulatorText, { address: `${address}/api/messages` });
  const main = html`<h1 class="beside">${words.title}</h1>
    <p>${words.intro}</p>
    <noscript><p>${words.noScript}</p></noscript>
    <h2>${words.embed}</h2>
    <p>${words.embedText}</p>
    <pre tabindex="0" aria-label="${words.snippet}" role="group"><code>${snippetFor(address)}</code></pre>
    <p>${words.origins}</p>
    <h2>${words.emulator}</h2>
    <p>${emulator}</p>
    <script src="widget.js" defer data-open data-language="${language}"></script>`;
  return pageFrame({ title: words.title, language, main });
}
