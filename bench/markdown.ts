// Markdown tables.

/** Undefined is shown as a dash: not measured. */
export type Cell = string | undefined;

/** Rows may be shorter than the head: the rest stays empty. Columns of figures are aligned to the right. */
export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isFigure = (at: number) =>
    at > 0 && rows.some((row) => /^\d[\d.,]* ?(%|ms|s|µs|MB)?$/.test(row[at] ?? ''));
  const line = (cells: readonly Cell[]) =>
    `| ${heads.map((_, at) => (at < cells.length ? escaped(cells[at] ?? '-') : '')).join(' | ')} |`;
  return [
    line(heads),
    `| ${heads.map((_, at) => (isFigure(at) ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
