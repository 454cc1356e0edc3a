import { createCompleter } from '../../src/matching/completion';

const times = (count: number, word: string): string[] => Array.from({ length: count }, () => word);
const complete = createCompleter([
  ...times(6, 'coding'),
  ...times(3, 'coder'),
  ...times(1, 'code'),
  ...times(1, 'codebook'),
  ...times(4, 'certification'),
  ...times(2, 'cost'),
]);
const wordsOf = (begun: string) => complete(begun).map(({ word }) => word);

describe('createCompleter', () => {
  it('gives the three most used words that begin so, ties by alphabet', () => {
    expect(wordsOf('cod')).toEqual(['coding', 'coder', 'code']);
    expect(wordsOf('code')).toEqual(['coder', 'code', 'codebook']);
  });

  it('tells how likely each is among them', () => {
    expect(complete('cod').map(({ chance }) => chance)).toEqual([0.6, 0.3, 0.1]);
    expect(complete('cer')).toEqual([{ word: 'certification', chance: 1 }]);
  });

  it.each(['certifc', 'crtific', 'cetrif', 'sertific', 'certiffic'])('looks through a slip in %j', (begun) =>
    expect(wordsOf(begun)).toEqual(['certification']),
  );

  it.each(['zebra', 'xyz', 'ing', 'cds', 'fication', 'certificatoin'.repeat(4)])(
    'gives nothing for %j',
    (begun) => expect(complete(begun)).toEqual([]),
  );

  it('gives nothing where no word is used', () => {
    expect(createCompleter([])('coder')).toEqual([]);
  });
});
