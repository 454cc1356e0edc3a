import * as fc from 'fast-check';
import { rankCandidates } from '../../src/matching/ranking';

const numbers = (ranked: ReturnType<typeof rankCandidates>) => ranked.map(({ k }) => k);
const same = () => 0;

describe('rankCandidates', () => {
  it('gives the highest scores, best first and ties by number, as sorting all of them does', () => {
    // Few values, so that there are ties within and at the end of the list.
    const scores = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 12 }), (given, count) => {
        const sorted = given.map((score, k) => ({ k, score })).sort((a, b) => b.score - a.score || a.k - b.k);
        expect(rankCandidates(Float64Array.from(given), same, count)).toEqual(sorted.slice(0, count));
      }),
    );
  });

  it('lets likeness of meaning change the order of classes with near scores', () => {
    const likeSecond = (k: number) => (k === 1 ? 0.9 : 0.1);
    expect(numbers(rankCandidates(Float64Array.of(0.3, 0.2, -1), likeSecond, 3))).toEqual([1, 0, 2]);
    expect(numbers(rankCandidates(Float64Array.of(0.3, 0.2, -1), same, 3))).toEqual([0, 1, 2]);
  });

  it('orders ties of score and likeness together by number', () => {
    const likeness = (k: number) => [0, 0.25, 0.5][k]!;
    const level = Float64Array.of(1, 0.5, 0);
    expect(numbers(rankCandidates(level, likeness, 3))).toEqual([0, 1, 2]);
  });

  it('asks for the likeness of the candidates only', () => {
    const asked: number[] = [];
    const scores = Float64Array.from({ length: 1_000 }, (_, k) => (k * 7919) % 1_000);
    rankCandidates(scores, (k) => asked.push(k) * 0, 5);
    expect(asked.map((k) => scores[k])).toEqual([999, 998, 997, 996, 995]);
  });

  it('has no candidates where there are no classes', () => {
    expect(rankCandidates(new Float64Array(0), same, 5)).toEqual([]);
  });
});
