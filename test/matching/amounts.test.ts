import * as fc from 'fast-check';
import { readAmount } from '../../src/matching/amounts';

const ASKED = true;
const UNASKED = false;

describe('readAmount, whatever was asked', () => {
  it.each([
    ['$22', 22],
    ['$ 22.50', 22.5],
    ['22$', 22],
    ['22 $ an hour', 22],
    ['22 an hour', 22],
    ['22.50 per hour', 22.5],
    ['22/hr', 22],
    ['$22/h', 22],
    ['20 hourly', 20],
    ['20 bucks', 20],
    ['about twenty bucks', 20],
    ['22 dollars an hour', 22],
    ['22 USD', 22],
    ['thirty five an hour minimum', 35],
    ['thirty-five an hour', 35],
    ['TWENTY Two Dollars', 22],
    ['45k', 21.63],
    ['45K a year', 21.63],
    ['$45k', 21.63],
    ['45 grand', 21.63],
    ['45 thousand', 21.63],
    ['forty five thousand', 21.63],
    ['forty-five k', 21.63],
    ['45,000', 21.63],
    ['45000', 21.63],
    ['$52,000.00 per year', 25],
    ['52,000 annually', 25],
    ['52k/yr', 25],
    ['3500 a month', 20.19],
    ['$3,500 a month', 20.19],
    ['$3500 monthly', 20.19],
    ['3500/mo', 20.19],
    ['three thousand a month', 17.31],
    ['2.5k each month', 14.42],
    ['800 a week', 20],
    ['$800/wk', 20],
    ['800 weekly', 20],
    ['eight hundred a week', 20],
    ['$1,600 every two weeks', 20],
    ['1600 every 2 weeks', 20],
    ['$1600 bi-weekly', 20],
    ['$160 a day', 20],
    ['160 daily', 20],
  ])('reads "%s" as %f an hour', (text, perHour) => {
    expect(readAmount(text, UNASKED)).toBe(perHour);
    expect(readAmount(text, ASKED)).toBe(perHour);
  });

  it.each([
    ['20-25 an hour', 20],
    ['$20 – $25', 20],
    ['$20 to 25', 20],
    ['15 or 16 dollars', 15],
    ['40-50k', 19.23],
    ['40k to 50k', 19.23],
    ['$40,000 to $50,000', 19.23],
    ['40 to 50 thousand', 19.23],
  ])('takes the lower end of "%s"', (text, perHour) => expect(readAmount(text, UNASKED)).toBe(perHour));

  it('takes the first of several sums', () => {
    expect(readAmount('20 an hour, or 25 an hour on nights', UNASKED)).toBe(20);
  });

  it('takes the sum of money among other numbers', () => {
    expect(readAmount('40 hours a week at 15 an hour', ASKED)).toBe(15);
    expect(readAmount('im 34 with 2 kids, i need $19 in 6 months', ASKED)).toBe(19);
    expect(readAmount('20 hrs a week near home, about 18.50 an hour', UNASKED)).toBe(18.5);
  });

  it('reads 22.50 and 22,50 as some 22 dollars, never as thousands', () => {
    expect(readAmount('$22.50', UNASKED)).toBe(22.5);
    expect(readAmount('$22,50', UNASKED)).toBe(22);
  });
});

describe('readAmount of a bare number', () => {
  it.each([
    ['22', 22],
    ['22.50', 22.5],
    ['about 20', 20],
    ['17ish is ok', 17],
    ['20+', 20],
    ['fifteen', 15],
    ['between 18 and 21', 18],
    ['18 to 21', 18],
    ['800', 20],
    ['3,500', 20.19],
  ])('reads "%s" as pay only where pay was asked for', (text, perHour) => {
    expect(readAmount(text, ASKED)).toBe(perHour);
    expect(readAmount(text, UNASKED)).toBeUndefined();
  });

  it.each([
    'im 34',
    'class of 2009',
    'i dropped out in 2019',
    '24/7',
    'ICD-10',
    '22 patients an hour',
    'three thousand people',
    'five hundred miles',
  ])('finds no pay in "%s" where something else was asked', (text) => {
    expect(readAmount(text, UNASKED)).toBeUndefined();
  });
});

describe('readAmount of what is no pay, though pay was asked for', () => {
  it.each([
    '',
    'no idea',
    '6 months',
    'in 6 to 12 months',
    'within ten months',
    '40 hours a week',
    '20 hrs',
    'twenty hours per week',
    '8 hours a day',
    '5 days a week',
    '12 weeks',
    '34 years old',
    'ten years in a call center',
    '9-5',
    '9 to 5',
    '11th grade',
    '2 kids',
    'one or two',
  ])('finds none in "%s"', (text) => expect(readAmount(text, ASKED)).toBeUndefined());

  it.each([
    '$4.99',
    '$151',
    '$1',
    '0',
    '1000 an hour',
    '3 a week',
    '9 a month',
    '2,000,000 a year',
    '9'.repeat(400),
  ])('takes %s for nothing that anyone earns', (text) => expect(readAmount(text, ASKED)).toBeUndefined());
});

describe('readAmount of any text', () => {
  it('names pay that someone could have in mind, in whole cents, or none', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.double({ noNaN: true }).map(String),
      fc.constantFrom(
        '$',
        'k',
        'thousand',
        'hundred',
        'twenty',
        ' to ',
        '-',
        ' an hour',
        ' a year',
        '/mo',
        ' every two weeks',
      ),
    );
    fc.assert(
      fc.property(fc.array(part), fc.boolean(), (parts, isAsked) => {
        const amount = readAmount(parts.join(''), isAsked);
        if (amount === undefined) return;
        expect(amount).toBeGreaterThanOrEqual(5);
        expect(amount).toBeLessThanOrEqual(150);
        expect(Math.round(amount * 100) / 100).toBe(amount);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['digits', '1'],
    ['thousands', '1,000'],
    ['commas', '1,'],
    ['fractions', '1.'],
    ['ordinals', '1th'],
    ['ranges', '20 - '],
    ['signs', '$ '],
    ['words', 'twenty-'],
    ['slashes', '22 / '],
    ['spaces', ' '],
  ])('reads 100,000 characters of %s at once', (_, part) => {
    const text = `22${part.repeat(100_000 / part.length)}hours`;
    const start = performance.now();
    readAmount(text, ASKED);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('readAmount, where money is named that is no pay', () => {
  it.each(['I owe 22 thousand on my car', 'i have $20,000 in debt', 'my zip is 74101', 'the tuition is 3k'])(
    'reads none in "%s"',
    (text) => {
      expect(readAmount(text, true)).toBeUndefined();
      expect(readAmount(text, false)).toBeUndefined();
    },
  );
});
