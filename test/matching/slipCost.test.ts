import * as fc from 'fast-check';
import { slipCost } from '../../src/matching/slipCost';

/** Few letters, so that words are often near each other; neighbours on the keyboard among them. */
const word = fc.string({ unit: fc.constantFrom('a', 's', 'd', 'e', 'p'), maxLength: 7 });

/** Restricted Damerau-Levenshtein distance in whole edits, by its recursion. */
function editsBetween(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
  const swapped =
    one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
      ? editsBetween(one.slice(0, -2), other.slice(0, -2)) + 1
      : Infinity;
  return Math.min(
    editsBetween(a, other) + 1,
    editsBetween(one, b) + 1,
    editsBetween(a, b) + (one.at(-1) === other.at(-1) ? 0 : 1),
    swapped,
  );
}

describe('slipCost', () => {
  it('is a whole edit for a letter added, left out or changed', () => {
    expect(slipCost('codking', 'coding')).toBeCloseTo(1);
    expect(slipCost('codng', 'coding')).toBeCloseTo(1);
    expect(slipCost('cozing', 'coding')).toBeCloseTo(1);
  });

  it('is less for a swap, a neighbouring key and a letter doubled, in rising likelihood', () => {
    const [changed, near, swapped, doubled, single] = [
      slipCost('saqary', 'salary'),
      slipCost('sakary', 'salary'),
      slipCost('saalry', 'salary'),
      slipCost('sallary', 'salary'),
      slipCost('biling', 'billing'),
    ];
    expect(changed).toBeGreaterThan(near);
    expect(near).toBeGreaterThan(swapped);
    expect(swapped).toBeGreaterThan(doubled);
    expect(doubled).toBeCloseTo(single);
    expect(doubled).toBeGreaterThan(0);
  });

  it('is more where the first letter is added, left out or changed, and not where it is swapped', () => {
    expect(slipCost('xsalary', 'salary')).toBeGreaterThan(slipCost('sxalary', 'salary'));
    expect(slipCost('alary', 'salary')).toBeGreaterThan(slipCost('slary', 'salary'));
    expect(slipCost('balary', 'salary')).toBeGreaterThan(slipCost('sabary', 'salary'));
    expect(slipCost('aslary', 'salary')).toBeCloseTo(slipCost('saalry', 'salary'));
  });

  it('adds up over slips that are far from each other', () => {
    const sum = slipCost('ceertification', 'certification') + slipCost('certificatino', 'certification');
    expect(slipCost('ceertificatino', 'certification')).toBeCloseTo(sum);
  });

  it('is the length, and the surcharge of one first letter, against no word', () => {
    expect(slipCost('', '')).toBe(0);
    expect(slipCost('pay', '')).toBeCloseTo(slipCost('', 'a') + 2);
  });

  it('is infinite for a word of more than 40 letters', () => {
    const longest = 'a'.repeat(40);
    expect(slipCost(longest, longest)).toBe(0);
    expect(slipCost(`${longest}a`, longest)).toBe(Infinity);
    expect(slipCost('a', `${longest}a`)).toBe(Infinity);
  });

  it('is the same either way, and 0 for equal words only', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipCost(one, other)).toBeCloseTo(slipCost(other, one), 9);
        expect(slipCost(one, other) === 0).toBe(one === other);
      }),
      { numRuns: 500 },
    );
  });

  it('is at least half the number of edits, and at most that number and the surcharge of one first letter', () => {
    const surcharge = slipCost('', 'a') - 1;
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = editsBetween(one.slice(0, 5), other.slice(0, 5));
        const cost = slipCost(one.slice(0, 5), other.slice(0, 5));
        expect(cost).toBeGreaterThanOrEqual(edits / 2 - 1e-9);
        expect(cost).toBeLessThanOrEqual(edits + surcharge + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the words compared before', () => {
    const before = slipCost('salery', 'salary');
    slipCost('abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba');
    expect(slipCost('salery', 'salary')).toBe(before);
  });

  it('takes letters of no keyboard, and names of object properties, as any others', () => {
    expect(slipCost('größe', 'grösse')).toBeGreaterThan(0);
    expect(slipCost('__proto__', '__prot__')).toBeCloseTo(1);
  });
});
