import * as fc from 'fast-check';
import { layPhrasings, likeness } from '../../src/matching/phrasings';
import { seededRandom } from '../../src/matching/random';
import { DIMENSIONS } from '../../src/matching/wordVectors';

/** A direction, the same for the same seed. */
function direction(seed: number): Float32Array {
  const random = seededRandom(seed);
  const components = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  const length = Math.hypot(...components);
  return components.map((component) => component / length);
}
const cosine = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, component, d) => sum + component * other[d]!, 0);

describe('likeness', () => {
  it('is the cosine with the nearest phrasing of the class, but for rounding', () => {
    const phrasing = fc.record({ seed: fc.nat(1_000), k: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(phrasing, { maxLength: 20 }), fc.nat(1_000), (laid, asked) => {
        const meanings = laid.map(({ seed }) => direction(seed));
        const phrasings = layPhrasings(
          meanings,
          laid.map(({ k }) => k),
          4,
        );
        const meaning = direction(asked);
        for (let k = 0; k < 4; k++) {
          const own = meanings.filter((_, i) => laid[i]!.k === k);
          const exact = Math.max(-1, ...own.map((each) => cosine(each, meaning)));
          expect(Math.abs(likeness(phrasings, k, meaning) - exact)).toBeLessThan(0.02);
        }
      }),
    );
  });

  it('is about 1 for a phrasing itself and about -1 for its opposite', () => {
    const phrasings = layPhrasings([direction(1)], [0], 1);
    expect(likeness(phrasings, 0, direction(1))).toBeCloseTo(1, 1);
    expect(
      likeness(
        phrasings,
        0,
        direction(1).map((component) => -component),
      ),
    ).toBeCloseTo(-1, 1);
  });

  it('is -1 for a class without phrasings, be it first, between others or last', () => {
    const phrasings = layPhrasings([direction(1), direction(2)], [1, 3], 5);
    for (const k of [0, 2, 4]) expect(likeness(phrasings, k, direction(1))).toBe(-1);
    expect(likeness(phrasings, 1, direction(1))).toBeGreaterThan(0.9);
  });

  it('is 0 where the text or all phrasings have no words with a meaning', () => {
    const none = new Float32Array(DIMENSIONS);
    expect(likeness(layPhrasings([direction(1)], [0], 1), 0, none)).toBeCloseTo(0);
    expect(likeness(layPhrasings([none], [0], 1), 0, direction(1))).toBeCloseTo(0);
  });
});
