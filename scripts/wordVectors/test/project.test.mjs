import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../expandPatterns.mjs';
import { mean, principalDirections, project } from '../project.mjs';

const near = (actual, expected, most = 1e-6) =>
  assert.ok(Math.abs(actual - expected) <= most, `${actual} is not ${expected}`);

/** Points along (3, 4, 0) / 5, with a little of (0, 0, 1). */
const random = seededRandom(1);
const rows = Array.from({ length: 400 }, () => {
  const along = random() - 0.5;
  return Float32Array.from([3 * along + 1, 4 * along + 2, 0.5 * (random() - 0.5) + 3]);
});

describe('principalDirections', () => {
  it('finds the directions of greatest variance, greatest component positive', () => {
    const { directions, explained } = principalDirections(rows, 2);
    near(directions[0][0], 0.6, 0.01);
    near(directions[0][1], 0.8, 0.01);
    near(directions[1][2], 1, 0.01);
    near(explained, 1);
    near(principalDirections(rows, 1).explained, 0.99, 0.005);
  });
});

describe('project', () => {
  it('gives the coordinates from the centre along the directions', () => {
    const directions = [Float64Array.of(0, 1, 0), Float64Array.of(1, 0, 0)];
    const points = [Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6)];
    assert.deepEqual([...project(points, Float64Array.of(1, 1, 1), directions)], [1, 0, 4, 3]);
    assert.deepEqual([...mean(points)], [2.5, 3.5, 4.5]);
  });
});
