import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { solve } from '../conjugateGradients.mjs';
import { seededRandom } from '../expandPatterns.mjs';
import { fit, numbered, sentenceVectors, startVectors } from '../fit.mjs';

const near = (actual, expected, most = 1e-6) =>
  assert.ok(Math.abs(actual - expected) <= most, `${actual} is not ${expected}`);

describe('solve', () => {
  const options = { columns: 2, mostSteps: 10, tolerance: 1e-10 };
  /** [[4, 1], [1, 3]] times a 2 x 2 array. */
  const multiply = ([a, b, c, d]) => Float64Array.of(4 * a + c, 4 * b + d, a + 3 * c, b + 3 * d);

  it('solves all columns, in no more steps than there are unknowns', () => {
    const { solution, steps, residual } = solve(multiply, Float64Array.of(1, 9, 2, 5), options);
    [1 / 11, 2, 7 / 11, 1].forEach((expected, i) => near(solution[i], expected, 1e-9));
    assert.equal(steps, 2);
    assert.ok(residual <= 1e-10);
  });

  it('leaves a column of zeros at zero', () => {
    assert.deepEqual(
      [...solve(multiply, Float64Array.of(0, 9, 0, 5), options).solution].map(
        (value) => Math.round(value * 1e9) / 1e9,
      ),
      [0, 2, 0, 1],
    );
  });

  it('stops after the steps it may take', () => {
    assert.equal(solve(multiply, Float64Array.of(1, 9, 2, 5), { ...options, mostSteps: 1 }).steps, 1);
  });
});

describe('startVectors', () => {
  it('weigh frequent words down: a / (a + p)', () => {
    const sentences = numbered(
      [
        ['the', 'pay'],
        ['the', 'the'],
      ],
      ['the', 'pay', 'unseen'],
    );
    const [the, pay, unseen] = startVectors(Float64Array.of(1, 1, 1), sentences);
    near(the, 0.001 / 0.751);
    near(pay, 0.001 / 0.251);
    near(unseen, 1);
  });
});

describe('fit', () => {
  const words = ['a', 'b', 'c', 'd', 'never'];
  const sentences = numbered([['a', 'b', 'b'], ['c'], ['c', 'd', 'no word'], []], words);
  const random = seededRandom(3);
  const some = (count) => Float64Array.from({ length: count }, random);
  const start = some(words.length * 2);
  const targets = some(4 * 2);
  const loss = (vectors) => {
    const missed = sentenceVectors(sentences, vectors, 2).map((value, i) => (value - targets[i]) ** 2);
    const moved = vectors.map((value, i) => 3 * (value - start[i]) ** 2);
    return [...missed, ...moved].reduce((sum, value) => sum + value, 0);
  };

  it('adds word vectors over the root of the number of known words', () => {
    const sums = sentenceVectors(sentences, Float64Array.of(1, 0, 0, 1, 5, 6, 7, 8, 9, 9), 2);
    const expected = [1 / Math.sqrt(3), 2 / Math.sqrt(3), 5, 6, 12 / Math.sqrt(2), 14 / Math.sqrt(2), 0, 0];
    expected.forEach((value, i) => near(sums[i], value));
  });

  it('finds the least loss: any small step away costs more', () => {
    const { vectors } = fit(sentences, targets, start, 2);
    assert.ok(loss(vectors) < loss(start));
    vectors.forEach((_, i) => {
      for (const step of [-0.01, 0.01]) assert.ok(loss(vectors.with(i, vectors[i] + step)) > loss(vectors));
    });
  });

  it('leaves a word of no sentence where it starts', () => {
    const { vectors } = fit(sentences, targets, start, 2);
    assert.deepEqual([...vectors.slice(8)], [...start.slice(8)]);
  });
});
