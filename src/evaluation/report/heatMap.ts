// The confusion matrix as a heat map: a row for what was meant, a column for what was answered.
import { html, type Html } from '../../html';
import { isMistake, worstClasses, type Confusion } from '../confusion';
import { count, percent, px } from './format';
import { legendOf } from './verdictTable';

export interface ClassOrder {
  readonly compare: (one: string, other: string) => number;
  /** Classes of one block stand together and are parted from the next by a gap. */
  readonly blockOf: (name: string) => string;
  /** Columns of utterances that got no answer: not a confusion, so they have a colour of their own. */
  readonly withheld: ReadonlySet<string>;
}

/** Pixels of the picture's own scale; where there are many classes the cells shrink. */
const GAP = 5;
const LETTER = 6.2;
const MOST_TEXTS = 6;
const LONGEST_NAME = 34;
const shorten = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;

/** Upper bounds of the shares of a row (0..1) that have a colour each. */
const STEPS = [0.02, 0.05, 0.1, 0.25, 1];
const STEP_NAMES = [
  'taken for another: up to 2 % of the row',
  'up to 5 %',
  'up to 10 %',
  'up to 25 %',
  'more',
];

export function heatMap(id: string, confusions: readonly Confusion[], order: ClassOrder): Html {
  const classes = worstClasses(confusions).sort(order.compare);
  if (classes.length === 0) return html`<p>No class was taken for another.</p>`;
  const cell = classes.length > 90 ? 11 : 14;
  const margin = Math.max(...classes.map((name) => shorten(name).length)) * LETTER + 12;
  const places = new Map<string, number>();
  let at = margin;
  classes.forEach((name, index) => {
    if (index > 0 && order.blockOf(name) !== order.blockOf(classes[index - 1]!)) at += GAP;
    places.set(name, at);
    at += cell;
  });
  const size = at + margin / 2;
  const totals = new Map<string, number>();
  for (const { wanted, texts } of confusions) totals.set(wanted, (totals.get(wanted) ?? 0) + texts.length);
  const shown = confusions.filter(({ wanted, got }) => places.has(wanted) && places.has(got));
  const mistakes = confusions
    .filter((each) => isMistake(each) && !order.withheld.has(each.got))
    .reduce((sum, { texts }) => sum + texts.length, 0);

  return html`<figure>
    ${legendOf([
      ...STEP_NAMES.map((name, step) => [`miss${step + 1}`, name] as const),
      ['kept3', 'not answered'],
      ['hit4', 'as meant'],
    ])}
    <div class="scroll heat" tabindex="0" role="region" aria-label="Confusion matrix, scrolls sideways">
      <svg
        viewBox="0 0 ${px(size)} ${px(at + 4)}"
        style="--least:${px(Math.min(size, 900))}px;max-width:${px(size * 1.25)}px"
        role="img"
        aria-labelledby="${id}-name ${id}-about"
      >
        <title id="${id}-name">Confusion matrix of ${classes.length} classes</title>
        <desc id="${id}-about">
          ${count(mistakes)} utterances were taken for another class. Rows are what was meant, columns what
          was answered; the list of worst confusions holds the same in words.
        </desc>
        ${classes.map((name) => labelsOf(name, places.get(name)!, { cell, margin, end: at, isRow: totals.has(name) }))}
        ${shown.map((confusion) =>
          cellOf(confusion, totals.get(confusion.wanted)!, order.withheld.has(confusion.got), {
            x: places.get(confusion.got)!,
            y: places.get(confusion.wanted)!,
            side: cell - 1,
          }),
        )}
      </svg>
    </div>
    <p class="note">
      The ${classes.length} classes with the most mistakes; one without any is left out. Hover over a cell for
      its utterances.
    </p>
  </figure>`;
}

function labelsOf(
  name: string,
  place: number,
  {
    cell,
    margin,
    end,
    isRow,
  }: { readonly cell: number; readonly margin: number; readonly end: number; readonly isRow: boolean },
): Html {
  const middle = place + cell / 2;
  return html`
    ${isRow ? html`<rect class="stripe" x="${px(margin)}" y="${px(place)}" width="${px(end - margin)}" height="${cell - 1}" />` : undefined}
    <text x="${px(margin - 6)}" y="${px(middle + 3.5)}" text-anchor="end"
      >${isRow ? shorten(name) : undefined}</text
    >
    <text transform="translate(${px(middle + 3)} ${px(margin - 6)}) rotate(-60)">${shorten(name)}</text>
  `;
}

function cellOf(
  confusion: Confusion,
  total: number,
  isWithheld: boolean,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): Html {
  const { wanted, got, texts } = confusion;
  const share = texts.length / total;
  const isMiss = isMistake(confusion);
  const look = isMiss ? (isWithheld ? 'kept' : 'miss') : 'hit';
  const step = isMiss ? STEPS.findIndex((limit) => share <= limit) + 1 : Math.max(1, Math.ceil(5 * share));
  const examples = isMiss ? texts.slice(0, MOST_TEXTS).map((text) => `\n“${text}”`) : [];
  return html`<rect class="cell ${look}${step}" x="${px(x)}" y="${px(y)}" width="${side}" height="${side}">
    <title>${wanted} → ${got}: ${texts.length} of ${total} (${percent(share)})${examples}</title>
  </rect>`;
}
