// The reliability diagram: what the confidence says against how often it was right, over a histogram of how often it said so.
import { html, type Html } from '../../html';
import { expectedCalibrationError, type CalibrationBin, type CalibrationPoint } from '../metrics';
import { count, percent, px } from './format';

/** Pixels of the picture's own scale. */
const LEFT = 56;
const TOP = 12;
const SIDE = 300;
const HISTOGRAM = { top: TOP + SIDE + 14, height: 70 };
const WIDTH = LEFT + SIDE + 18;
const HEIGHT = HISTOGRAM.top + HISTOGRAM.height + 40;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const x = (share: number): number => LEFT + SIDE * share;
const y = (share: number): number => TOP + SIDE * (1 - share);

/** @param id fragment, unique on the page */
export function reliabilityDiagram(id: string, name: string, points: readonly CalibrationPoint[]): Html {
  const { error, bins } = expectedCalibrationError(points);
  const filled = bins.filter((bin) => bin.count > 0);
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  return html`<figure>
    <h3>${name}: expected calibration error ${percent(error)}</h3>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-name ${id}-about">
      <title id="${id}-name">Reliability of the confidence, ${name}</title>
      <desc id="${id}-about">
        ${count(points.length)} matches in ${filled.length} bins; the table below the picture holds its
        figures.
      </desc>
      ${TICKS.map(
        (tick) => html`
          <line class="grid" x1="${LEFT}" x2="${x(1)}" y1="${px(y(tick))}" y2="${px(y(tick))}" />
          <text x="${LEFT - 8}" y="${px(y(tick) + 4)}" text-anchor="end">${100 * tick}%</text>
          <text x="${px(x(tick))}" y="${HEIGHT - 22}" text-anchor="middle">${100 * tick}%</text>
        `,
      )}
      ${filled.map(barOf)}
      <line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" />
      ${filled.map(
        ({ confidence, accuracy }) =>
          html`<circle class="dot" cx="${px(x(confidence))}" cy="${px(y(accuracy))}" r="3.5" />`,
      )}
      ${filled.map((bin) => columnOf(bin, most))}
      <text x="${px(x(0.5))}" y="${HEIGHT - 4}" text-anchor="middle" class="strong">confidence</text>
      <text transform="translate(11 ${px(y(0.5))}) rotate(-90)" text-anchor="middle" class="strong">
        share right
      </text>
    </svg>
    <details>
      <summary>Figures</summary>
      ${tableOf(filled)}
    </details>
  </figure>`;
}

/** A bar up to the share that was right, and the outline of what lacks to, or exceeds, the confidence. */
function barOf({ from, to, count: size, confidence, accuracy }: CalibrationBin): Html {
  const [low, high] = [Math.min(confidence, accuracy), Math.max(confidence, accuracy)];
  const place = html`x="${px(x(from) + 1.5)}" width="${px(SIDE * (to - from) - 3)}"`;
  return html`<g>
    <title>
      Confidence ${percent(from)} to ${percent(to)}: says ${percent(confidence)}, right ${percent(accuracy)}
      of ${count(size)}
    </title>
    <rect class="accuracy" ${place} y="${px(y(accuracy))}" height="${px(SIDE * accuracy)}" />
    <rect class="gap" ${place} y="${px(y(high))}" height="${px(SIDE * (high - low))}" />
  </g>`;
}

function columnOf({ from, to, count: size }: CalibrationBin, most: number): Html {
  const height = Math.max(1, (HISTOGRAM.height - 14) * (size / most));
  const bottom = HISTOGRAM.top + HISTOGRAM.height;
  return html`
    <rect
      class="counts"
      x="${px(x(from) + 1.5)}"
      width="${px(SIDE * (to - from) - 3)}"
      y="${px(bottom - height)}"
      height="${px(height)}"
    />
    <text x="${px(x((from + to) / 2))}" y="${px(bottom - height - 3)}" text-anchor="middle"
      >${count(size)}</text
    >
  `;
}

const tableOf = (bins: readonly CalibrationBin[]): Html => html`
  <table>
    <thead>
      <tr>
        <th scope="col">confidence</th>
        <th scope="col" class="num">matches</th>
        <th scope="col" class="num">says</th>
        <th scope="col" class="num">right</th>
      </tr>
    </thead>
    <tbody>
      ${bins.map(
        ({ from, to, count: size, confidence, accuracy }) =>
          html`<tr>
            <th scope="row">${from.toFixed(1)} to ${to.toFixed(1)}</th>
            <td class="num">${count(size)}</td>
            <td class="num">${percent(confidence)}</td>
            <td class="num">${percent(accuracy)}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;
