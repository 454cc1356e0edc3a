import * as fc from 'fast-check';
import { fitLogistic, logOdds, sigmoid, type Observation } from '../../src/matching/logistic';
import { seededRandom } from '../../src/matching/random';

/** Drawn with the chances that these weights give; two inputs. */
function drawn(weights: readonly number[], count: number): Observation[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => {
    const inputs = [4 * random() - 2, 4 * random() - 2];
    return { inputs, isTrue: random() < sigmoid(logOdds(weights, inputs)) };
  });
}

const anyObservations = fc.array(
  fc.record({
    inputs: fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })),
    isTrue: fc.boolean(),
    weight: fc.integer({ min: 1, max: 30 }),
  }),
  { minLength: 1, maxLength: 30 },
);

/** Whole Newton steps leap ever further from what fits these. */
const RUN_AWAY = [
  { inputs: [-3, -2] as [number, number], isTrue: true, weight: 12 },
  { inputs: [-3, -3] as [number, number], isTrue: false, weight: 12 },
  { inputs: [2, 1] as [number, number], isTrue: false, weight: 4 },
  { inputs: [1, 4] as [number, number], isTrue: false, weight: 1 },
  { inputs: [-2, -1] as [number, number], isTrue: true, weight: 1 },
];

describe('sigmoid', () => {
  it('turns log odds into chances, and their ends into 0 and 1', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 12);
    expect([sigmoid(-Infinity), sigmoid(Infinity)]).toEqual([0, 1]);
  });
});

describe('logOdds', () => {
  it('adds each input times its weight, and the bias', () => {
    expect(logOdds([2, -1, 0.5], [3, 4])).toBe(2.5);
    expect(logOdds([0.5], [])).toBe(0.5);
  });
});

describe('fitLogistic', () => {
  it('finds the weights that the observations were drawn with', () => {
    const weights = [1.5, -0.7, 0.4];
    fitLogistic(drawn(weights, 6_000)).forEach((weight, j) =>
      expect(Math.abs(weight - weights[j]!)).toBeLessThan(0.12),
    );
  });

  it('finds no weight for an input that tells nothing', () => {
    expect(Math.abs(fitLogistic(drawn([2, 0, 0], 6_000))[1]!)).toBeLessThan(0.1);
  });

  it('takes a weight of n as n such observations', () => {
    fc.assert(
      fc.property(anyObservations, (weighted) => {
        const repeated = weighted.flatMap(({ inputs, isTrue, weight }) =>
          Array.from({ length: weight }, () => ({ inputs, isTrue })),
        );
        const expected = fitLogistic(repeated);
        fitLogistic(weighted).forEach((weight, j) => expect(weight).toBeCloseTo(expected[j]!, 5));
      }),
      { numRuns: 50 },
    );
  });

  it('gives, on the average, the share of the true ones', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const weights = fitLogistic(observations);
        const total = observations.reduce((sum, { weight }) => sum + weight, 0);
        const excess = observations.reduce(
          (sum, { inputs, isTrue, weight }) =>
            sum + weight * (sigmoid(logOdds(weights, inputs)) - (isTrue ? 1 : 0)),
          0,
        );
        expect(excess / total).toBeCloseTo(0, 5);
      }),
      { examples: [[RUN_AWAY]] },
    );
  });

  it('stays finite where an input tells all apart, and where all are alike', () => {
    const apart = [-2, -1, 1, 2].map((input) => ({ inputs: [input], isTrue: input > 0 }));
    for (const observations of [apart, apart.slice(0, 2), apart.slice(2), apart.slice(0, 1)]) {
      expect(fitLogistic(observations).every(Number.isFinite)).toBe(true);
    }
    expect(fitLogistic(apart)[0]).toBeGreaterThan(1);
  });
});
