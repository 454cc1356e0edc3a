import { chooseThreshold, type ScoredTrial } from '../../src/matching/threshold';
import { seededRandom } from '../../src/matching/random';

/** Sum of uniform numbers: near enough to a bell curve of deviation 1 around `mean`. */
const bell = (mean: number, random: () => number): number =>
  mean + Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6);

function trials(seed: number, outside: number, inside = 1_000): ScoredTrial[] {
  const random = seededRandom(seed);
  return [
    ...Array.from({ length: inside }, () => ({ score: bell(3, random), right: true, outOfScope: false })),
    ...Array.from({ length: outside }, () => ({ score: bell(-1, random), right: false, outOfScope: true })),
  ];
}

/** The steps that the slopes stand in for. */
function bestStep(all: readonly ScoredTrial[]): number {
  const outside = all.filter(({ outOfScope }) => outOfScope);
  const inside = all.filter(({ outOfScope }) => !outOfScope);
  const worth = (limit: number) =>
    (0.75 * inside.filter(({ right, score }) => right && score >= limit).length) / inside.length +
    (0.25 * outside.filter(({ score }) => score < limit).length) / outside.length;
  const limits = Array.from({ length: 250 }, (_, at) => at / 50 - 1);
  return limits.reduce((best, each) => (worth(each) > worth(best) ? each : best));
}

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length);
};

describe('chooseThreshold', () => {
  it('parts two kinds that do not overlap', () => {
    const threshold = chooseThreshold([
      ...[5, 6, 7].map((score) => ({ score, right: true, outOfScope: false })),
      ...[1, 2, 3].map((score) => ({ score, right: false, outOfScope: true })),
    ]);
    expect(threshold).toBeGreaterThan(3);
    expect(threshold).toBeLessThanOrEqual(5);
  });

  it('holds nothing back where nothing is out of scope', () => {
    expect(chooseThreshold([{ score: 1, right: false, outOfScope: false }])).toBe(-Infinity);
  });

  it('lets wrong answers in scope not weigh against holding back', () => {
    const wrong = Array.from({ length: 50 }, () => ({ score: 2, right: false, outOfScope: false }));
    const others = [
      ...[4, 5, 6].map((score) => ({ score, right: true, outOfScope: false })),
      ...[1, 2, 3].map((score) => ({ score, right: false, outOfScope: true })),
    ];
    expect(chooseThreshold([...others, ...wrong])).toBeGreaterThan(3);
  });

  it('is where the densities, weighted three to one, cross', () => {
    // Bells of deviation 1 around 3 and -1: 3 exp(-(t-3)^2/2) = exp(-(t+1)^2/2) at t = 1 - ln(3) / 4.
    expect(chooseThreshold(trials(1, 600, 600))).toBeCloseTo(1 - Math.log(3) / 4, 0);
  });

  it('moves less than the best step from one small sample to the next', () => {
    const samples = Array.from({ length: 16 }, (_, seed) => trials(seed + 1, 20, 300));
    expect(spread(samples.map(chooseThreshold))).toBeLessThan(0.85 * spread(samples.map(bestStep)));
  });

  it('refuses all where nothing is in scope or nothing right, however high the scores', () => {
    const outside = [-3, 2, 7].map((score) => ({ score, right: false, outOfScope: true }));
    expect(chooseThreshold(outside)).toBeGreaterThan(7);
    const wrong = { score: 9, right: false, outOfScope: false };
    expect(chooseThreshold([...outside, wrong])).toBeGreaterThan(7);
  });

  it('parts equal scores of one kind from equal scores of the other', () => {
    const threshold = chooseThreshold([
      ...Array.from({ length: 5 }, () => ({ score: 2, right: true, outOfScope: false })),
      ...Array.from({ length: 5 }, () => ({ score: 1, right: false, outOfScope: true })),
    ]);
    expect(threshold).toBeGreaterThan(1);
    expect(threshold).toBeLessThanOrEqual(2);
  });

  it('answers all where that is best', () => {
    const lowest = chooseThreshold([
      { score: 0, right: false, outOfScope: true },
      ...[-2, -1, 0, 1].map((score) => ({ score, right: true, outOfScope: false })),
    ]);
    expect(lowest).toBeLessThanOrEqual(-2);
  });

  it('moves with the scores', () => {
    const all = trials(3, 100, 300);
    const moved = all.map((trial) => ({ ...trial, score: trial.score + 10 }));
    expect(chooseThreshold(moved)).toBeCloseTo(chooseThreshold(all) + 10, 6);
  });
});
