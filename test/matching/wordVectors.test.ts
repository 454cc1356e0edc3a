import * as fc from 'fast-check';
import { DIMENSIONS, meaningOf } from '../../src/matching/wordVectors';

const cosine = (one: string, other: string): number => {
  const [a, b] = [meaningOf(one.split(' ')), meaningOf(other.split(' '))];
  return a.reduce((sum, component, d) => sum + component * b[d]!, 0);
};
const lengthOf = (meaning: Float32Array): number => Math.hypot(...meaning);

const token = fc.oneof(
  fc.constantFrom('pay', 'salary', 'money', 'school', 'rain', 'the', 'what', 'coder'),
  fc.constantFrom('__proto__', 'constructor', 'zyzzyvaz', ''),
);

describe('meaningOf', () => {
  it('has length 1, or is all zeros where no word has a vector', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const meaning = meaningOf(tokens);
        expect(meaning).toHaveLength(DIMENSIONS);
        const length = lengthOf(meaning);
        expect(Math.abs(length - Math.round(length))).toBeLessThan(1e-5);
        expect(Math.round(length)).toBe(tokens.some((word) => lengthOf(meaningOf([word])) > 0) ? 1 : 0);
      }),
    );
    expect(lengthOf(meaningOf(['salary']))).toBeCloseTo(1, 5);
    expect(meaningOf([])).toEqual(new Float32Array(DIMENSIONS));
    expect(meaningOf(['zyzzyvaz', '__proto__'])).toEqual(new Float32Array(DIMENSIONS));
  });

  it('does not depend on the order of the words', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        expect(meaningOf(tokens.toReversed())).toEqual(meaningOf(tokens));
        expect(meaningOf(tokens.toSorted())).toEqual(meaningOf(tokens));
      }),
    );
  });

  it('is not changed by words that have no vector', () => {
    expect(meaningOf(['zyzzyvaz', 'salary', 'constructor9'])).toEqual(meaningOf(['salary']));
  });

  it.each([
    ['salary', 'wages', 'rain'],
    ['pay', 'earn', 'dog'],
    ['school', 'college', 'soup'],
    ['doctor', 'nurse', 'car'],
    ['how much money does a coder make', 'salary of a programmer', 'will it rain tomorrow'],
  ])('brings "%s" nearer to "%s" than to "%s"', (text, like, stranger) => {
    expect(cosine(text, like)).toBeGreaterThan(cosine(text, stranger) + 0.1);
  });

  it('gives each text a meaning of its own, which the next does not overwrite', () => {
    const first = meaningOf(['salary']);
    const kept = first.slice();
    meaningOf(['rain']);
    expect(first).toEqual(kept);
  });
});
