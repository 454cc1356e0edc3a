// The page on privacy, and that of the terms: the author's words, with what the operator has set.
import type { Operator, Policies, PolicyPage, WebsiteChat } from '../domain/policies';
import { fill } from '../domain/widgetWords';
import { html, type Html } from '../html';
import { pageFrame } from './pageFrame';

export interface PolicyFacts {
  readonly operator: Operator;
  /** That what people said is kept unused, 1 or more. */
  readonly days: number;
  readonly chat: WebsiteChat;
}

/** A whole HTML document with a link to the other page, which is beside it. */
export function policyPage(
  page: PolicyPage,
  policies: Policies,
  { operator, days, chat }: PolicyFacts,
): string {
  const { title, intro, sections } = policies[page];
  const other = page === 'privacy' ? 'terms' : 'privacy';
  const said = (text: string): string => fill(text, { days });
  const shown = sections.filter((section) => section.chat === undefined || section.chat === chat);
  const main = html`<h1>${title}</h1>
    <p>${said(intro)}</p>
    ${shown.map(
      ({ heading, text, items }) =>
        html`<h2>${heading}</h2>
          <p>${said(text)}</p>
          ${
            items &&
            html`<ul>
              ${items.map((item) => html`<li>${said(item)}</li>`)}
            </ul>`
          }`,
    )}
    <h2>${policies.operator.heading}</h2>
    ${operatorOf(policies.operator, operator)}`;
  return pageFrame({
    title,
    main,
    footer: html`<p><a href="${other}">${policies[other].title}</a></p>`,
  });
}

function operatorOf(words: Policies['operator'], { name, contact }: Operator): Html {
  const who = name === undefined ? words.unnamed : fill(words.named, { operator: name });
  if (contact === undefined) {
    return html`<p>${who}</p>
      <p>${words.noContact}</p>`;
  }
  const [before, after] = words.contact.split('{contact}');
  const address = contact.startsWith('https://') ? contact : `mailto:${contact}`;
  return html`<p>${who}</p>
    <p>${before}<a href="${address}">${contact}</a>${after}</p>`;
}
