import * as fc from 'fast-check';
import {
  confidenceOf,
  evidenceOf,
  fitCalibration,
  fitScopeCalibration,
  type Evidence,
  type Trial,
} from '../../src/matching/calibration';
import { auroc } from '../../src/evaluation/metrics';
import { seededRandom } from '../../src/matching/random';
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

  it('takes for background what it is told to', () => {
    const found = evidenceOf([scored(`${NONE}x`, 0.5), scored('rest', 0.25)], 0, (topic) => topic === 'rest');
    expect(found.map(({ match, evidence }) => [match.topic, ...evidence])).toEqual([
      [`${NONE}x`, 0.5, 1.5, 0.25, 0],
    ]);
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

  it('is undecided where there is nothing to learn from', () => {
    expect(confidenceOf(fitCalibration([]), [3, 1, 2, 0])).toBe(0.5);
  });

  it('does not depend on the order of the outcomes', () => {
    const reversed = fitCalibration([...outcomes].reverse());
    reversed.forEach((weight, at) => expect(weight).toBeCloseTo(calibration[at]!, 6));
  });
});

describe('fitScopeCalibration', () => {
  /** In scope: a high lead, and right the more often the higher the score; out of scope: a low lead and unknown words. */
  const trialsOf = (inside: number, outside: number): Trial[] => {
    const random = seededRandom(11);
    return [
      ...Array.from({ length: inside }, (): Trial => {
        const score = 2 * random() - 1;
        const evidence = [score, 0.4 + random(), 0, 0.3 * random()] as const;
        return { evidence, right: random() < 0.75 + 0.2 * score, outOfScope: false };
      }),
      ...Array.from({ length: outside }, (): Trial => {
        const evidence = [2 * random() - 1, 0.8 * random(), 0, 0.2 + 0.5 * random()] as const;
        return { evidence, right: false, outOfScope: true };
      }),
    ];
  };
  const confidences = (trials: readonly Trial[], weights = fitScopeCalibration(trials)) =>
    trials.map(({ evidence }) => confidenceOf(weights, evidence));
  const parts = (trials: readonly Trial[], weights?: readonly number[]) => {
    const found = confidences(trials, weights);
    const of = (outside: boolean) => found.filter((_, at) => trials[at]!.outOfScope === outside);
    return auroc(of(false), of(true));
  };

  it('tells in scope from out of scope, though only one text in thirty is', () => {
    const trials = trialsOf(3_000, 100);
    expect(parts(trials)).toBeGreaterThan(0.95);
    expect(parts(trials)).toBeGreaterThan(parts(trials, fitCalibration(trials)) + 0.005);
  });

  it('gives the same order however few texts are out of scope', () => {
    const trials = trialsOf(900, 900);
    const outside = trials.filter(({ outOfScope }) => outOfScope);
    const thirty = [...trials.filter(({ outOfScope }) => !outOfScope), ...outside.slice(0, 30)];
    expect(parts(trials, fitScopeCalibration(thirty))).toBeGreaterThan(parts(trials) - 0.01);
  });

  it('is right as often as it says', () => {
    const trials = trialsOf(3_000, 600);
    const found = confidences(trials);
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    const order = found.map((_, at) => at).sort((a, b) => found[a]! - found[b]!);
    expect(mean(found)).toBeCloseTo(mean(trials.map(({ right }) => (right ? 1 : 0))), 2);
    for (let third = 0; third < 3; third++) {
      const part = order.slice(third * 1_200, (third + 1) * 1_200);
      const said = mean(part.map((at) => found[at]!));
      const was = mean(part.map((at) => (trials[at]!.right ? 1 : 0)));
      expect(Math.abs(said - was)).toBeLessThan(0.08);
    }
  });

  it('is the plain calibration where nothing, or everything, is out of scope', () => {
    for (const trials of [trialsOf(50, 0), trialsOf(0, 50)]) {
      expect(fitScopeCalibration(trials)).toEqual(fitCalibration(trials));
    }
    expect(Math.max(...confidences(trialsOf(0, 50)))).toBeLessThan(0.01);
    expect(fitScopeCalibration([])).toEqual(fitCalibration([]));
  });
});
