import { chart, duration, logScale } from '../../bench/chart';
import { GROWN, QUALITY, row, SMALL, SPEED } from './results';

const peer = row({
  engine: 'peer',
  name: 'a < b',
  quality: { accuracy: 0.5 },
  speed: { ...SPEED, p99Us: 25_000 },
});

/** Widths of the bars, in their order in the document. */
const widths = (svg: string): number[] =>
  [...svg.matchAll(/class="bar"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));

describe('chart', () => {
  const svg = chart([SMALL, GROWN], [row(), peer, row({ dataset: 'grown' })])!;

  it('draws two bars an engine, as long as the figures', () => {
    const [accuracy, time, peerAccuracy, peerTime, ...others] = widths(svg);
    expect(others).toEqual([]);
    expect(accuracy! / peerAccuracy!).toBeCloseTo(QUALITY.accuracy / 0.5, 1);
    // From the median to the 99th percentile on the same scale for all.
    expect(peerTime! / time!).toBeCloseTo(Math.log(25_000 / 60) / Math.log(250 / 60), 1);
  });

  it('sets our engine apart, and no other', () => {
    expect(svg.match(/<g class="ours">/g)).toHaveLength(1);
    expect(svg).toMatch(/<g class="ours"><text[^>]*>ours</);
  });

  it('tells the figures in words too', () => {
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<desc id="desc">[^<]*ours 91.2 % accurate, 60 µs to 250 µs/);
  });

  it('escapes names', () => {
    expect(svg).toContain('a &lt; b');
    expect(svg).toContain('Small &amp; &quot;sweet&quot;');
    expect(svg).not.toContain('a < b');
  });

  it('leaves out what failed, and is nothing where all failed', () => {
    const failed = row({
      engine: 'peer',
      name: 'broken',
      speed: undefined,
      quality: undefined,
      failure: 'late',
    });
    expect(chart([SMALL], [row(), failed])).not.toContain('broken');
    expect(chart([SMALL], [failed])).toBeUndefined();
  });
});

describe('logScale', () => {
  it('reaches from the power of ten below to the one above', () => {
    const { of, ticks } = logScale([250, 25_000]);
    expect(ticks.map(({ text }) => text)).toEqual(['100 µs', '1 ms', '10 ms', '100 ms']);
    expect([of(100), of(100_000)]).toEqual([0, 1]);
  });

  it('has a length even where all values are one power of ten', () => {
    expect(logScale([100]).of(100)).toBe(0);
  });
});

test.each([
  [0.44, '0.4 µs'],
  [250, '250 µs'],
  [4_355, '4.4 ms'],
  [36_083, '36 ms'],
  [2_000_000, '2 s'],
])('duration of %d µs is %s', (microseconds, text) => expect(duration(microseconds)).toBe(text));
