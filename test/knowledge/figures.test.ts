import { unsourcedNumbers } from '../../src/knowledge/figures';

const FACTS = {
  pay: { claim: 'It paid $16.50 an hour to 42,000 people, or 7%.', asOf: 'May 2024' },
  time: { claim: 'It takes 4 to 6 months.', asOf: '2019' },
};
const unsourced = (text: string, ...ids: readonly string[]) => unsourcedNumbers(text, ids, FACTS);

describe('unsourcedNumbers', () => {
  it.each([
    'no number at all',
    '$16.50',
    '42,000 of them',
    '42000 of them',
    '7 percent, or 7%.',
    'in 2024.',
    '16.50, 42,000, and 7',
  ])('finds all of "%s" in the fact', (text) => expect(unsourced(text, 'pay')).toEqual([]));

  it.each([
    ['$16', ['16']],
    ['$16.5', ['16.5']],
    ['42', ['42']],
    ['420,000', ['420000']],
    ['8% in 2023', ['8', '2023']],
    ['4 months', ['4']],
    ['ICD-10', ['10']],
  ])('finds in "%s" what the fact does not say', (text, numbers) =>
    expect(unsourced(text, 'pay')).toEqual(numbers),
  );

  it('reads all facts that are named, and no other', () => {
    expect(unsourced('4 to 6 months and $16.50 in 2019', 'pay', 'time')).toEqual([]);
    expect(unsourced('4 to 6 months and $16.50 in 2019', 'time')).toEqual(['16.50']);
    expect(unsourced('$16.50')).toEqual(['16.50']);
  });

  it('takes a fact that there is not for one that says nothing', () => {
    expect(unsourced('7', 'gone', 'constructor', '__proto__')).toEqual(['7']);
  });
});
