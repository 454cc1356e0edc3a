// Shares of the verdicts, a bar and its figures a row.
import { html, type Content, type Html } from '../../html';
import { sharesOf, type Verdict } from '../scoring';
import { count, percent, px } from './format';

export interface VerdictRow {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
  /** A part of the row above. */
  readonly isPart?: boolean;
}

/** What each verdict means for these rows, in the order of the bar. */
export type VerdictNames = Readonly<Record<Verdict, string>>;

export const IN_SCOPE_NAMES: VerdictNames = {
  right: 'answered right',
  offered: 'right one offered',
  wrong: 'answered wrong',
  silent: 'nothing said',
};

/** Nothing out of scope is ever silent: not answering is what is right there. */
export const OUT_OF_SCOPE_NAMES: Omit<VerdictNames, 'silent'> = {
  right: '“I don’t know”',
  offered: 'met with an offer',
  wrong: 'answered all the same',
};

export function verdictTable(
  caption: string,
  rows: readonly VerdictRow[],
  names: Partial<VerdictNames>,
): Html {
  const kinds = Object.keys(names) as Verdict[];
  return html`
    ${legendOf(kinds.map((kind) => [kind, names[kind]!]))}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${caption}</th>
            <th scope="col" class="num">number</th>
            <th scope="col" class="bar">shares</th>
            ${kinds.map((kind, at) => html`<th scope="col" class="num ${at > 0 ? 'wide' : ''}">${names[kind]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowOf(row, kinds))}
        </tbody>
      </table>
    </div>
  `;
}

function rowOf({ name, verdicts, isPart }: VerdictRow, kinds: readonly Verdict[]): Html {
  const shares = sharesOf(verdicts);
  return html`<tr class="${isPart ? 'sub' : ''}">
    <th scope="row">${name}</th>
    <td class="num">${count(shares.count)}</td>
    <td class="bar">${stackOf(kinds.map((kind) => [kind, shares[kind]]))}</td>
    ${kinds.map((kind, at) => html`<td class="num ${at > 0 ? 'wide' : ''}">${percent(shares[kind])}</td>`)}
  </tr>`;
}

/** A bar of coloured parts; the figures stand beside it, so it is hidden from readers of the text. */
const stackOf = (parts: readonly (readonly [style: string, share: number])[]): Html => html`
  <div class="stack" aria-hidden="true">
    ${parts
      .filter(([, share]) => share > 0)
      .map(([style, share]) => html`<div class="${style}" style="width:${px(100 * share)}%"></div>`)}
  </div>
`;

export const legendOf = (items: readonly (readonly [style: string, name: Content])[]): Html =>
  html`<ul class="legend">
    ${items.map(([style, name]) => html`<li><i class="${style}"></i>${name}</li>`)}
  </ul>`;
