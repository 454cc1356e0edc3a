import * as fc from 'fast-check';
import { MAX_UTTERANCE_LENGTH, tokenize } from '../../src/matching/tokens';

describe('tokenize', () => {
  it.each([
    ['lowers the case and drops punctuation', 'How MUCH, really?!', 'how much really'],
    [
      'closes the gap of every kind of apostrophe',
      "what's don’t can‘t won`t isn´t",
      'whats dont cant wont isnt',
    ],
    ['parts words at hyphens and dashes', 'full-time work—part‑time', 'full time work part time'],
    ['spells out short forms, also where one stands for several words', 'r u wfh', 'are you work from home'],
    ['spells out a short form with an apostrophe in it', "the doc's cert", 'the doctors certification'],
    ['reads an ampersand as a word', 'billing & coding', 'billing and coding'],
    ['keeps amounts whole, dot, comma and sign included', '$32,000 or $16.50, 11%', '$32,000 or $16.50 11'],
    ['keeps thousands short', 'over 40k, maybe $50K', 'over 40k maybe $50k'],
    ['parts a number from its unit', '4months 30hrs', '4 months 30 hours'],
    ['shortens drawn-out letters to two', 'soooo goooood', 'soo good'],
    ['reads full-width letters as plain ones', 'ＣＰＣ ｅｘａｍ', 'cpc exam'],
    ['keeps the letters of other scripts', 'naïve año 薪水 зарплата', 'naïve año 薪水 зарплата'],
  ])('%s', (_, text, words) => expect(tokenize(text)).toEqual(words.split(' ')));

  it.each(['', '   \n\t', '?!...', '🎉🙏🏽👩‍⚕️', '\u0000\u200b'])('finds no word in %j', (text) => {
    expect(tokenize(text)).toEqual([]);
  });

  it('reads a huge message up to the limit and no further', () => {
    const text = 'pay '.repeat(MAX_UTTERANCE_LENGTH);
    expect(tokenize(text)).toHaveLength(MAX_UTTERANCE_LENGTH / 4);
    expect(tokenize(text, { longest: 8 })).toEqual(['pay', 'pay']);
  });

  it('gives words of any text that stand as they are when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);
        expect(tokens.every((token) => token !== '' && !/\s/.test(token))).toBe(true);
        expect(tokenize(text)).toEqual(tokens);
      }),
    );
  });
});
