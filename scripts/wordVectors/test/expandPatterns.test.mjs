import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expandPattern, seededRandom } from '../expandPatterns.mjs';

describe('expandPattern', () => {
  it('gives every sentence of a small pattern, in order', () => {
    assert.deepEqual(expandPattern('how (early|late) is (it|that)', 20), [
      'how early is it',
      'how early is that',
      'how late is it',
      'how late is that',
    ]);
  });

  it('takes an empty alternative and closes the gap', () => {
    assert.deepEqual(expandPattern('are you (really|) there (now|)', 20), [
      'are you really there now',
      'are you really there',
      'are you there now',
      'are you there',
    ]);
  });

  it('leaves a text without alternatives as it is', () => {
    assert.deepEqual(expandPattern('hello', 20), ['hello']);
  });

  it('draws as many distinct sentences as asked, the same each time', () => {
    const pattern = '(a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e)';
    const drawn = expandPattern(pattern, 20);
    assert.equal(new Set(drawn).size, 20);
    assert.deepEqual(expandPattern(pattern, 20), drawn);
    assert.notDeepEqual(
      expandPattern(`${pattern} f`, 20),
      drawn.map((sentence) => `${sentence} f`),
    );
  });

  it('refuses what is no pattern', () => {
    for (const wrong of ['how (early|late', 'how early) is it', 'how early|late', 'how ((very|) early|late)'])
      assert.throws(() => expandPattern(wrong, 20), /not a pattern/);
  });
});

describe('seededRandom', () => {
  it('gives the same numbers from 0 to below 1 for the same seed', () => {
    const draw = (seed) => Array.from({ length: 1_000 }, seededRandom(seed));
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
    assert.ok(draw(7).every((value) => value >= 0 && value < 1));
    assert.ok(Math.abs(draw(7).reduce((sum, value) => sum + value) / 1_000 - 0.5) < 0.05);
  });
});
