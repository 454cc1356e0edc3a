// Things side by side as a table; on a narrow screen each row becomes a block whose cells say what they are about.
import type { Comparison } from '../domain/document';
import { html, type Html } from '../html';

export interface ComparisonWords {
  /** Begins the table's caption; the names of what is compared follow. */
  readonly comparison: string;
}

/** The roles are said though a table has them: some browsers forget them once its rows are drawn as blocks. */
export function comparisonTable({ columns, chosen, rows }: Comparison, words: ComparisonWords): Html {
  const shown = columns.map((name, at) => ({ name, style: at === chosen ? 'chosen' : '' }));
  return html`<table role="table">
    <caption>
      ${words.comparison}: ${columns.join(', ')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell"></td>
        ${shown.map(({ name, style }) => html`<th scope="col" role="columnheader" class="${style}">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ title, cells }) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${title}</th>
            ${shown.map(({ name, style }, at) => html`<td role="cell" class="${style}" data-column="${name}">${cells[at]}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
