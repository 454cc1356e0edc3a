import fc from 'fast-check';
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance';
import { withTypos } from '../../src/evaluation/typos';
import { seededRandom } from '../../src/matching/random';

const words = (text: string): string[] => text.split(/[^\p{L}]+/u);
const changed = (before: string, after: string): number[] =>
  words(before).flatMap((word, at) => (word === words(after)[at] ? [] : [at]));

const sentence = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcdeilmnorst'), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) => all.join(' '));

describe('seededRandom', () => {
  it('gives the same numbers for a seed, and others for another', () => {
    const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });

  it('spreads over 0 to 1', () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 1_000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, each) => sum + each) / 1_000).toBeCloseTo(0.5, 1);
  });
});

describe('withTypos', () => {
  it('makes one slip in each of as many words as it is asked for, none in a short word', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 0, max: 4 }), fc.integer(), (text, count, seed) => {
        const slipped = withTypos(text, count, seededRandom(seed));
        const at = changed(text, slipped);
        const long = words(text).filter((word) => word.length >= 4);
        expect(at).toHaveLength(Math.min(count, long.length));
        for (const place of at) expect(words(text)[place]!.length).toBeGreaterThanOrEqual(4);
        if (count <= long.length) {
          for (const place of at) {
            const [before, after] = [words(text)[place]!, words(slipped)[place]!];
            expect(DamerauLevenshteinDistance(before, after, { restricted: true })).toBe(1);
          }
        }
      }),
    );
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(sentence, fc.integer(), (text, seed) => {
        expect(withTypos(text, 2, seededRandom(seed))).toBe(withTypos(text, 2, seededRandom(seed)));
      }),
    );
  });

  it('goes twice into a word only where no other is left', () => {
    const slipped = withTypos('a coding', 2, seededRandom(4));
    expect(slipped).toMatch(/^a /);
    expect(slipped).not.toBe('a coding');
    for (let seed = 0; seed < 50; seed++)
      expect(changed('medical coding', withTypos('medical coding', 2, seededRandom(seed)))).toEqual([0, 1]);
  });

  it('makes every kind of slip', () => {
    const random = seededRandom(11);
    const slips = new Set(Array.from({ length: 400 }, () => withTypos('work', 1, random)));
    expect([...slips]).toEqual(expect.arrayContaining(['wrok', 'wrk', 'worrk', 'qork', 'wotk']));
    expect([...slips]).not.toContain('zork');
  });

  it('keeps all that is no word, capitals and text without long words', () => {
    expect(withTypos('is it ok? 12,345!', 2, seededRandom(1))).toBe('is it ok? 12,345!');
    for (let seed = 0; seed < 30; seed++)
      expect(withTypos('  CODING?! ', 1, seededRandom(seed))).toMatch(/^ {2}[A-Z]{5,7}\?! $/);
  });

  it('changes words that bear only some slips', () => {
    for (let seed = 0; seed < 30; seed++) {
      expect(withTypos('aaaa', 1, seededRandom(seed))).not.toBe('aaaa');
      expect(withTypos('éééé', 1, seededRandom(seed))).not.toBe('éééé');
    }
  });
});
