import fc from 'fast-check';
import { groupedFolds } from '../../src/evaluation/folds';
import { groupsOf, jaccard, nearCopies } from '../../src/evaluation/nearCopies';

const text = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 6 });
const texts = fc.array(text, { minLength: 1, maxLength: 25 });
const least = fc.constantFrom(0.5, 0.6, 0.7, 0.8, 1);

describe('nearCopies', () => {
  it('finds every pair that comparing all with all finds', () => {
    fc.assert(
      fc.property(texts, least, (all, limit) => {
        const sets = all.map((words) => new Set(words));
        const expected = sets.flatMap((one, a) =>
          sets
            .slice(a + 1)
            .flatMap((other, b) => (jaccard(one, other) >= limit ? [`${a} ${a + 1 + b}`] : [])),
        );
        const found = nearCopies(all, limit).map(({ one, other }) => `${one} ${other}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('tells how alike two are', () => {
    expect(nearCopies([['a', 'b', 'c', 'd'], ['z'], ['a', 'b', 'c', 'c']], 0.7)).toEqual([
      { one: 0, other: 2, likeness: 0.75 },
    ]);
  });
});

describe('groupsOf', () => {
  it('chains pairs', () => {
    const pair = (one: number, other: number) => ({ one, other, likeness: 1 });
    const groups = groupsOf(6, [pair(0, 3), pair(3, 5), pair(1, 2)]);
    expect(groups.map((group) => [...group].sort()).sort()).toEqual([[0, 3, 5], [1, 2], [4]]);
  });
});

describe('groupedFolds', () => {
  it('keeps near-copies together, within a label and across labels', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 5 }), (all, folds) => {
        const labels = all.map((_, at) => `label ${at % 3}`);
        const foldOf = groupedFolds(all, labels, folds);
        expect(foldOf.every((fold) => fold >= 0 && fold < folds)).toBe(true);
        for (const { one, other } of nearCopies(all, 0.7)) expect(foldOf[one]).toBe(foldOf[other]);
      }),
    );
  });

  it('gives every fold its share of every label', () => {
    const all = Array.from({ length: 60 }, (_, at) => [`word${at}`, `other${at}`]);
    const foldOf = groupedFolds(
      all,
      all.map((_, at) => (at < 20 ? 'few' : 'many')),
      5,
    );
    const countOf = (from: number, to: number) =>
      [0, 1, 2, 3, 4].map((fold) => foldOf.slice(from, to).filter((each) => each === fold).length);
    expect(countOf(0, 20)).toEqual([4, 4, 4, 4, 4]);
    expect(countOf(20, 60)).toEqual([8, 8, 8, 8, 8]);
  });
});
