// A page that has one thing to say, as that there is nothing at this address.
import { html } from '../html';
import { pageFrame } from './pageFrame';

/** A whole HTML document; `language` as BCP 47, English where absent. */
export function noticePage(title: string, text: string, language?: string): string {
  const main = html`<h1>${title}</h1>
    <p>${text}</p>`;
  return pageFrame({ title, language, main });
}
