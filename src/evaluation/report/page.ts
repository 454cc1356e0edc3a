// The frame of a report: one file without scripts or anything from elsewhere, for screen, phone and paper.
import { html, htmlDocument, type Content, type Html } from '../../html';
import { STYLE } from './style';

export interface Section {
  /** Fragment by which it is linked. */
  readonly id: string;
  readonly title: string;
  /** What one sees and how to read it. */
  readonly lead: Content;
  readonly body: Content;
}

export interface Page {
  readonly title: string;
  /** Names and values on what was measured when. */
  readonly about: readonly (readonly [name: string, value: string])[];
  readonly tiles: Html;
  readonly sections: readonly Section[];
}

/** A whole document. */
export function pageOf({ title, about, tiles, sections }: Page): string {
  const body = html`<header>
      <h1>${title}</h1>
      <dl class="about">
        ${about.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <nav aria-label="Sections">
        ${sections.map(({ id, title: name }) => html`<a href="#${id}">${name}</a>`)}
      </nav>
    </header>
    <main>${tiles} ${sections.map(sectionOf)}</main>`;
  return htmlDocument({ title, style: STYLE.markup, body });
}

const sectionOf = ({ id, title, lead, body }: Section): Html => html`
  <section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="lead">${lead}</p>
    ${body}
  </section>
`;
