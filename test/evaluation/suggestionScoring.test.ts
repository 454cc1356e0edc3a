import { scoreSuggestions } from '../../src/evaluation/suggestionScoring';

const ASKED = [
  { text: 'abcdefghij', intents: ['one'] },
  { text: 'klmnopqrst', intents: ['two', 'three'] },
];

describe('scoreSuggestions', () => {
  it('types each text bit by bit', () => {
    const typed: string[] = [];
    scoreSuggestions(
      (text) => {
        typed.push(text);
        return [];
      },
      ASKED.slice(0, 1),
    );
    expect(typed).toEqual(['abcd', 'abcdef', 'abcdefgh', 'abcdefghij']);
  });

  it('counts a right entry at any place, and one in the first place', () => {
    const suggest = (text: string) => (text.length < 8 ? ['other'] : ['other', 'one', 'three']);
    expect(scoreSuggestions(suggest, ASKED)).toEqual([
      { typed: 0.4, count: 2, found: 0, first: 0, suggested: 1 },
      { typed: 0.6, count: 2, found: 0, first: 0, suggested: 1 },
      { typed: 0.8, count: 2, found: 1, first: 0, suggested: 3 },
      { typed: 1, count: 2, found: 1, first: 0, suggested: 3 },
    ]);
    const [figures] = scoreSuggestions(() => ['three', 'one'], ASKED);
    expect(figures).toMatchObject({ found: 1, first: 0.5, suggested: 2 });
  });

  it('is all zeros where nothing is asked', () => {
    expect(scoreSuggestions(() => ['one'], [])[0]).toEqual({
      typed: 0.4,
      count: 0,
      found: 0,
      first: 0,
      suggested: 0,
    });
  });
});
