// The results as one picture: for each dataset, accuracy and the time of a query side by side, two bars for each engine.
import { OURS } from './engines/catalogue';
import type { ReportedDataset } from './report';
import type { Row } from './summary';

const WIDTH = 960;
const MARGIN = 24;
const NAMES = 130;
/** The longest bars of the two panels, and where they begin; to the right of each is space for its figure. */
const ACCURACY = { x: MARGIN + NAMES, width: 300 };
const TIME = { x: ACCURACY.x + ACCURACY.width + 84, width: 272 };
const BAR = 18;
const STEP = 24;
const TOP = 84;
const HEADING = 34;
/** Below a dataset, for the figures of the axes too. */
const GAP = 32;

/** GitHub shows the picture on light and on dark pages, so it brings its own ground for both. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 20px; font-weight: 600; }
  .heading { font-weight: 600; }
  .note, .tick { fill: #59636e; font-size: 12px; }
  .ground { fill: #ffffff; stroke: #d1d9e0; }
  .figure { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; }
  .grid { stroke: #d1d9e0; }
  .bar { fill: #9aa4af; }
  .ours .bar { fill: #0969da; }
  .ours text { font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .note, .tick { fill: #9198a1; }
    .ground { fill: #0d1117; stroke: #3d444d; }
    .figure { stroke: #0d1117; }
    .grid { stroke: #3d444d; }
    .bar { fill: #656c76; }
    .ours .bar { fill: #4493f8; }
  }`;

interface Scale {
  /** Share of the full bar, 0..1. */
  readonly of: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

const PERCENT: Scale = {
  of: (accuracy) => accuracy,
  ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: `${100 * value} %` })),
};

/** Whole powers of ten around the values, in microseconds. */
export function logScale(values: readonly number[]): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    of: (value) => (Math.log10(value) - low) / (high - low),
    ticks: Array.from({ length: high - low + 1 }, (_, at) => ({
      value: 10 ** (low + at),
      text: duration(10 ** (low + at)),
    })),
  };
}

/** @param microseconds shown with about two digits and the unit that fits */
export function duration(microseconds: number): string {
  const [value, unit] =
    microseconds < 1e3
      ? [microseconds, 'µs']
      : microseconds < 1e6
        ? [microseconds / 1e3, 'ms']
        : [microseconds / 1e6, 's'];
  return `${value < 10 ? Number(value.toFixed(1)) : value.toFixed(0)} ${unit}`;
}

/** @returns an SVG document without the rows that have no figures; undefined where no row has any */
export function chart(datasets: readonly ReportedDataset[], rows: readonly Row[]): string | undefined {
  const groups = datasets
    .filter(({ entries }) => entries === undefined)
    .map(({ id, title }): Group => ({
      title,
      bars: rows.flatMap(({ dataset, engine, name, quality, speed }) =>
        dataset === id && quality && speed ? [{ engine, name, quality, speed }] : [],
      ),
    }))
    .filter(({ bars }) => bars.length > 0);
  if (groups.length === 0) return undefined;

  const time = logScale(
    groups.flatMap(({ bars }) => bars.flatMap(({ speed }) => [speed.p50Us, speed.p99Us])),
  );
  let y = TOP;
  const drawn = groups.map((group) => {
    const top = y;
    y += HEADING + group.bars.length * STEP + GAP;
    return drawGroup(group, top, time);
  });
  const height = y + 4;
  const size = `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title desc">
<title id="title">Accuracy and query time of intent matchers for Node.js</title>
<desc id="desc">${escaped(groups.map(described).join(' '))}</desc>
<style>${STYLE}
</style>
<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
<text class="title" x="${MARGIN}" y="38">Matching beside what one could use instead</text>
<text class="note" x="${ACCURACY.x}" y="70">Accuracy in scope, no threshold: longer is better</text>
<text class="note" x="${TIME.x}" y="70">Time of a query, median to 99th percentile: further left is better</text>
${drawn.join('\n')}
</svg>
`;
}

interface Group {
  readonly title: string;
  readonly bars: readonly Required<Pick<Row, 'engine' | 'name' | 'quality' | 'speed'>>[];
}

/** @param y upper edge of the heading */
function drawGroup({ title, bars }: Group, y: number, time: Scale): string {
  const top = y + HEADING;
  const bottom = top + bars.length * STEP;
  return [
    `<text class="heading" x="${MARGIN}" y="${top - 14}">${escaped(title)}</text>`,
    axis(PERCENT, ACCURACY, top, bottom),
    axis(time, TIME, top, bottom),
    ...bars.map(({ engine, name, quality: { accuracy }, speed: { p50Us, p99Us } }, at) => {
      const row = top + at * STEP;
      return [
        `<g${engine === OURS ? ' class="ours"' : ''}>`,
        `<text x="${ACCURACY.x - 8}" y="${row + 16}" text-anchor="end">${escaped(name)}</text>`,
        bar(ACCURACY, 0, PERCENT.of(accuracy), row, `${(100 * accuracy).toFixed(1)} %`),
        bar(TIME, time.of(p50Us), time.of(p99Us), row, `${duration(p50Us)} to ${duration(p99Us)}`),
        '</g>',
      ].join('');
    }),
  ].join('\n');
}

/** What the picture shows, for who cannot see it. */
const described = ({ title, bars }: Group): string =>
  `${title}: ${bars
    .map(
      ({ name, quality, speed }) =>
        `${name} ${(100 * quality.accuracy).toFixed(1)} % accurate, ${duration(speed.p50Us)} to ${duration(speed.p99Us)}`,
    )
    .join('; ')}.`;

interface Panel {
  readonly x: number;
  readonly width: number;
}

/** @param from where the bar begins, `to` where it ends, as shares of the panel */
const bar = (panel: Panel, from: number, to: number, y: number, figure: string): string => {
  const x = panel.x + from * panel.width;
  const width = Math.max(3, (to - from) * panel.width);
  return (
    `<rect class="bar" x="${x.toFixed(1)}" y="${y + 3}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>` +
    `<text class="figure" x="${(x + width + 6).toFixed(1)}" y="${y + 16}">${figure}</text>`
  );
};

const axis = ({ of, ticks }: Scale, panel: Panel, top: number, bottom: number): string =>
  ticks
    .map(({ value, text }) => {
      const at = (panel.x + of(value) * panel.width).toFixed(1);
      return (
        `<line class="grid" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/>` +
        `<text class="tick" x="${at}" y="${bottom + 14}" text-anchor="middle">${text}</text>`
      );
    })
    .join('\n');

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
