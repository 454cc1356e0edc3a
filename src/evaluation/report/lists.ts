// The parts of the report that name utterances: confusions, double claims, entries.
import { html, type Html } from '../../html';
import type { Confusion } from '../confusion';
import type { DoubleClaim } from '../doubleClaims';

const FIRST_TEXTS = 4;

export function confusionTable(confusions: readonly Confusion[], most: number): Html {
  if (confusions.length === 0) return html`<p>None.</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">meant</th>
          <th scope="col">answered</th>
          <th scope="col" class="num">times</th>
          <th scope="col">utterances</th>
        </tr>
      </thead>
      <tbody>
        ${confusions.slice(0, most).map(
          ({ wanted, got, texts }) =>
            html`<tr>
              <th scope="row"><code>${wanted}</code></th>
              <td><code>${got}</code></td>
              <td class="num">${texts.length}</td>
              <td>${quotesOf(texts)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${moreOf(confusions.length - most)}
  </div>`;
}

function quotesOf(texts: readonly string[]): Html {
  const list = (some: readonly string[]) =>
    html`<ul>
      ${some.map((text) => html`<li><q>${text}</q></li>`)}
    </ul>`;
  const rest = texts.slice(FIRST_TEXTS);
  return html`${list(texts.slice(0, FIRST_TEXTS))}${
    rest.length > 0
      ? html`<details>
          <summary>${rest.length} more</summary>
          ${list(rest)}
        </details>`
      : undefined
  }`;
}

/** @param strength name of the column of `DoubleClaim.strength` */
export function claimTable(claims: readonly DoubleClaim[], strength: string, most: number): Html {
  if (claims.length === 0) return html`<p>None.</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">phrasing</th>
          <th scope="col">written under</th>
          <th scope="col">claimed by</th>
          <th scope="col" class="num">${strength}</th>
        </tr>
      </thead>
      <tbody>
        ${claims.slice(0, most).map(
          ({ text, id, other, strength: value }) =>
            html`<tr>
              <th scope="row"><q>${text}</q></th>
              <td><code>${id}</code></td>
              <td>
                <code>${other.id}</code>${other.text === undefined ? undefined : html`: <q>${other.text}</q>`}
              </td>
              <td class="num">${value.toFixed(2)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${moreOf(claims.length - most)}
  </div>`;
}

const moreOf = (more: number): Html | undefined =>
  more > 0 ? html`<p class="note">And ${more} more that are milder.</p>` : undefined;
