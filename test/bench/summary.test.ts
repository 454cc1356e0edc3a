import { keptOf, median, summarize, type Run } from '../../bench/summary';
import { QUALITY, SPEED } from './results';

const engine = { name: 'Peer', version: '1', settings: '' };
const run = (repetition: number, trainMs: number): Run => ({
  engine: 'peer',
  dataset: 'small',
  repetition,
  load: repetition / 10,
  result: {
    engine,
    asked: 9,
    isSample: false,
    speed: { ...SPEED, trainMs },
    quality: repetition === 1 ? QUALITY : { accuracy: 0.9 },
  },
});

describe('summarize', () => {
  it('takes the median of times and the qualities of the first repetition', () => {
    const [row, ...others] = summarize([run(1, 900), run(2, 100), run(3, 200)]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ name: 'Peer', speed: { trainMs: 200 }, quality: QUALITY });
    expect(row!.failure).toBeUndefined();
    expect(row).toMatchObject({ repetitions: 3, load: 0.3 });
  });

  it('keeps a failure, under the name known from another dataset', () => {
    const failed: Run = { engine: 'peer', dataset: 'large', repetition: 1, load: 0, failure: 'late' };
    const [, large] = summarize([run(1, 100), failed]);
    expect(large).toMatchObject({ name: 'Peer', dataset: 'large', failure: 'late' });
    expect(large!.speed).toBeUndefined();
  });
});

test('keptOf drops what was run again', () => {
  const other: Run = { ...run(1, 5), dataset: 'large' };
  expect(keptOf([run(1, 5), run(2, 5), other], [run(1, 7)])).toEqual([other]);
});

test.each([
  [[3], 3],
  [[9, 1, 4], 4],
  [[10, 2], 6],
])('median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
