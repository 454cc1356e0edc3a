import { gradeOf } from '../../src/knowledge/readability';

describe('gradeOf', () => {
  // Counted by hand.
  it.each([
    ['The cat sat on the mat.', 6, 1, 6],
    ['A biller sends claims to the insurer. Then she waits.', 10, 2, 13],
    ['Medical coders read notes.', 4, 1, 7],
    ["Don't rush; you've got time: plan it - with care.", 9, 1, 9],
    ['No. It is not. Is it? Yes!', 7, 4, 7],
    ['', 0, 0, 0],
    [' - ... ?', 0, 0, 0],
  ])('counts "%s"', (text, words, sentences, syllables) => {
    expect(gradeOf(text)).toMatchObject({ words, sentences, syllables });
  });

  it.each([
    ['It pays $24.16 an hour.', 5, 1, 5],
    ['Half earned under $50,250 (May 2024).', 6, 1, 7],
    ['It grew 7% in 2024-34, or 6,000 jobs.', 8, 1, 8],
    ["AHIMA's and O*NET's PCs", 4, 1, 4],
    ['O*NET has no ICD-10-CM.', 4, 1, 4],
    ['A 40-minute wait is full-time work.', 6, 1, 9],
  ])('takes a figure or an abbreviation for one syllable: "%s"', (text, words, sentences, syllables) => {
    expect(gradeOf(text)).toMatchObject({ words, sentences, syllables });
  });

  it.each([
    ['See careeronestop.org or hhs.gov/ocr. Then go.', 6, 2, 6],
    ['The U.S. Bureau counts them.', 5, 1, 6],
    ['Biller vs. Coder', 3, 1, 5],
    ['Ask Dr. Smith now.', 4, 1, 4],
    ['"Why?" they ask.', 3, 1, 3],
    ['Say "help me." It will.', 5, 2, 5],
  ])('ends a sentence in "%s" where a reader does', (text, words, sentences, syllables) => {
    expect(gradeOf(text)).toMatchObject({ words, sentences, syllables });
  });

  it('takes each line for a sentence, as in a list', () => {
    expect(gradeOf('You need:\n- a diploma\n- good\n  math')).toMatchObject({
      words: 6,
      sentences: 4,
      syllables: 8,
    });
  });

  it('weighs words a sentence and syllables a word as Kincaid does', () => {
    // 6 words, 1 sentence, 6 syllables: 2.34 + 11.8 - 15.59.
    expect(gradeOf('The cat sat on the mat.').grade).toBeCloseTo(-1.45);
    // 10 words, 2 sentences, 13 syllables: 1.95 + 15.34 - 15.59.
    expect(gradeOf('A biller sends claims to the insurer. Then she waits.').grade).toBeCloseTo(1.7);
    expect(gradeOf('').grade).toBe(0);
  });
});
