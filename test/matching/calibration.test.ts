import * as fc from 'fast-check';
import { confidenceOf, evidenceOf, fitCalibration, type Evidence } from '../../src/matching/calibration';
import { NONE } from '../../src/matching/topics';

const scored = (topic: string, score: number) => ({ topic, score, ids: [] });

/** Of ten matches with a lead of n tenths, n are right; unknown words make a match wrong. */
const outcomes = Array.from({ length: 11 }, (_, tenths) =>
  Array.from({ length: 10 }, (_, at) => [
    { evidence: [0, tenths / 10, 0, 0] as Evidence, right: at < tenths },
    { evidence: [0, tenths / 10, 0, 1] as Evidence, right: false },
  ]).flat(),
).flat();
const calibration = fitCalibration(outcomes);

describe('evidenceOf', () => {
  it('gives each answerable topic its score, its lead over the next and over the background', () => {
    const scores = [
      scored('pay', 0.5),
      scored(`${NONE}jokes`, 0.25),
      scored('demand', -0.25),
      scored(`${NONE}x`, -1),
    ];
    expect(evidenceOf(scores, 0.5).map(({ match, evidence }) => [match.topic, ...evidence])).toEqual([
      ['pay', 0.5, 0.75, 0.25, 0.5],
      ['demand', -0.25, -0.75, -0.5, 0.5],
    ]);
  });

  it('takes the lowest usual score where there is no rival or no background', () => {
    expect(evidenceOf([scored('pay', 0.5)], 0)[0]?.evidence).toEqual([0.5, 1.5, 1.5, 0]);
    expect(evidenceOf([scored(`${NONE}x`, 0.5)], 0)).toEqual([]);
  });
});

describe('fitCalibration', () => {
  it('finds how often such a match was right', () => {
    const unsure = confidenceOf(calibration, [0, 0.5, 0, 0]);
    expect(unsure).toBeGreaterThan(0.4);
    expect(unsure).toBeLessThan(0.6);
    expect(confidenceOf(calibration, [0, 1, 0, 0])).toBeGreaterThan(0.85);
    expect(confidenceOf(calibration, [0, 0.9, 0, 1])).toBeLessThan(0.1);
  });

  it('gives 0..1 for any evidence, more for a greater lead and less for more unknown words', () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        value,
        value,
        value,
        share,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, c, unknown, more) => {
          const confidence = confidenceOf(calibration, [a, b, c, unknown]);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(confidenceOf(calibration, [a, b + more, c, unknown])).toBeGreaterThanOrEqual(confidence);
          expect(confidenceOf(calibration, [a, b, c, unknown + more])).toBeLessThanOrEqual(confidence);
        },
      ),
    );
  });

  it('stays finite where every match was right', () => {
    const right = outcomes.map(({ evidence }) => ({ evidence, right: true }));
    const weights = fitCalibration(right);
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(confidenceOf(weights, [0, 0.5, 0, 0])).toBeGreaterThan(0.9);
  });

  it('does not depend on the order of the outcomes', () => {
    const reversed = fitCalibration([...outcomes].reverse());
    reversed.forEach((weight, at) => expect(weight).toBeCloseTo(calibration[at]!, 6));
  });
});
