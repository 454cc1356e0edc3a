import { growthOf } from '../../bench/serverMemory';
import { at, middleRatio, middleRound, type Round } from '../../bench/serverRounds';

const aRound = (turnsPerSecond: number, p99 = 1): Round => ({
  turnsPerSecond,
  p50: 1,
  p95: 1,
  p99,
  processorMs: 1,
  memory: 1,
  repliesPerTurn: 1,
});

describe('at', () => {
  it('takes the value that the share of the others is below', () => {
    const sorted = Array.from({ length: 100 }, (_, number) => number);
    expect([0, 0.5, 0.99, 1].map((share) => at(sorted, share))).toEqual([0, 50, 99, 99]);
  });
});

describe('middleRound', () => {
  it('takes the middle of each measure by itself', () => {
    const rounds = [aRound(300, 9), aRound(100, 8), aRound(200, 7)];
    expect(middleRound(rounds)).toMatchObject({ turnsPerSecond: 200, p99: 8 });
  });
});

describe('middleRatio', () => {
  it('compares rounds that follow each other, so that a busy while does not count', () => {
    const echo = [aRound(1000), aRound(100), aRound(1000)];
    const ours = [aRound(500), aRound(50), aRound(600)];
    expect(middleRatio(ours, echo, 'turnsPerSecond')).toBe(0.5);
  });
});

describe('growthOf', () => {
  it('compares the last tenth with the second, for the first warms up', () => {
    const samples = [1, 50, 100, 100, ...Array.from({ length: 14 }, () => 999), 110, 130];
    expect(growthOf({ samples })).toBeCloseTo(0.2);
  });
});
