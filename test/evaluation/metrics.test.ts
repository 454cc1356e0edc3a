import fc from 'fast-check';
import { auroc, expectedCalibrationError, percentile } from '../../src/evaluation/metrics';

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 20 });

describe('auroc', () => {
  it.each<[string, number[], number[], number]>([
    ['1 where every positive is above', [3, 2], [1, 0], 1],
    ['0 where every positive is below', [0, 1], [2, 3], 0],
    ['a half where all are equal', [1, 1], [1, 1, 1], 0.5],
    ['the share of ordered pairs, ties counting half', [1, 3], [1, 2], 0.625],
  ])('is %s', (_name, positives, negatives, expected) => {
    expect(auroc(positives, negatives)).toBeCloseTo(expected, 12);
  });

  it('is no number where a side is empty', () => {
    expect([auroc([], [1]), auroc([1], [])]).toEqual([NaN, NaN]);
  });

  it('equals the count over all pairs', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((up) =>
          negatives.map((down) => (up > down ? 1 : up === down ? 0.5 : 0)),
        );
        const mean = pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length;
        expect(auroc(positives, negatives)).toBeCloseTo(mean, 10);
      }),
    );
  });

  it('is mirrored when the sides are exchanged', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        expect(auroc(positives, negatives) + auroc(negatives, positives)).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('percentile', () => {
  const sorted = Array.from({ length: 100 }, (_, at) => at + 1);

  it.each([
    [0, 1],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('at %d of 1 to 100 is %d', (share, expected) => {
    expect(percentile(sorted, share)).toBe(expected);
  });

  it('is no number where there is none', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('expectedCalibrationError', () => {
  const points = (confidence: number, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ confidence, right: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
  ];

  it('is 0 where each confidence is the share that was right', () => {
    expect(expectedCalibrationError([...points(0.75, 3, 1), ...points(0.2, 1, 4)]).error).toBeCloseTo(0, 12);
  });

  it('is the distance of confidence and accuracy, weighted by the counts', () => {
    const { error, bins } = expectedCalibrationError([...points(0.95, 5, 5), ...points(0.05, 0, 30)]);
    expect(error).toBeCloseTo((10 * 0.45 + 30 * 0.05) / 40, 12);
    expect(bins.map(({ count }) => count)).toEqual([30, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
    expect(bins[9]).toMatchObject({ from: 0.9, to: 1, accuracy: 0.5 });
  });

  it('counts certainty in the last bin, and is 0 without points', () => {
    expect(expectedCalibrationError(points(1, 1, 0)).bins[9]!.count).toBe(1);
    expect(expectedCalibrationError([]).error).toBe(0);
  });

  it('loses no point, and lies between 0 and 1', () => {
    const point = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      right: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(point), fc.integer({ min: 1, max: 30 }), (all, count) => {
        const { error, bins } = expectedCalibrationError(all, count);
        expect(bins).toHaveLength(count);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(all.length);
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
  });
});
