import { chooseThresholds, type Trial } from '../../src/matching/thresholdChoice';

const times = (count: number, trial: Trial): Trial[] => Array.from({ length: count }, () => trial);
const right = (confidence: number): Trial => ({ confidences: [confidence], rightAt: 0, outOfScope: false });
const wrong = (confidence: number): Trial => ({
  confidences: [confidence],
  rightAt: undefined,
  outOfScope: false,
});
const outOfScope = (confidence: number): Trial => ({
  confidences: [confidence],
  rightAt: undefined,
  outOfScope: true,
});

describe('chooseThresholds', () => {
  it('answers what is right and not what is wrong or out of scope, where a limit parts them', () => {
    const { answer, offer } = chooseThresholds([
      ...times(10, right(0.82)),
      ...times(10, wrong(0.42)),
      ...times(10, outOfScope(0.38)),
    ]);
    expect(answer).toBeGreaterThan(0.42);
    expect(answer).toBeLessThanOrEqual(0.82);
    expect(offer).toBeGreaterThan(0.38);
  });

  it('offers where the right one is among the best, though seldom the very best', () => {
    const { answer, offer } = chooseThresholds([
      ...times(10, right(0.9)),
      ...times(9, { confidences: [0.5, 0.4], rightAt: 1, outOfScope: false }),
      ...times(3, { confidences: [0.5], rightAt: 0, outOfScope: false }),
      ...times(5, outOfScope(0.1)),
    ]);
    expect(answer).toBeGreaterThan(0.5);
    expect(offer).toBeLessThanOrEqual(0.4);
    expect(offer).toBeGreaterThan(0.1);
  });

  it('does not offer what is beyond the places of an offer', () => {
    const far: Trial = { confidences: [0.5, 0.5, 0.5, 0.5], rightAt: 3, outOfScope: false };
    expect(chooseThresholds([...times(10, far), ...times(10, right(0.9))]).offer).toBeGreaterThan(0.5);
  });

  it('would rather stay silent than be wrong much more often than right', () => {
    const { answer } = chooseThresholds([...times(10, right(0.7)), ...times(50, wrong(0.7))]);
    expect(answer).toBeGreaterThan(0.7);
  });

  it('never offers above what it answers, and counts no match as no confidence', () => {
    const nothing: Trial = { confidences: [], rightAt: undefined, outOfScope: true };
    for (const trials of [[], [nothing], times(3, wrong(0.99))]) {
      const { answer, offer } = chooseThresholds(trials);
      expect(offer).toBeLessThanOrEqual(answer);
      expect(offer).toBeGreaterThan(0);
      expect(answer).toBeLessThan(1);
    }
  });
});
