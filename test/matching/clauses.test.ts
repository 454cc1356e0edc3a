import * as fc from 'fast-check';
import { clausesOf, isOfOthers, isOnlyOfOthers, sentencesOf } from '../../src/matching/clauses';

/** What is told stands as it is; what is asked has "? " before it. */
const read = (text: string) =>
  sentencesOf(text).map((clause) => (clause.asks ? `? ${clause.text}` : clause.text));

describe('sentencesOf', () => {
  it.each([
    ['I have a GED. I like math!', ['I have a GED.', 'I like math!']],
    ['no rush; nights are fine\ni have kids', ['no rush;', 'nights are fine', 'i have kids']],
    ['I dropped out... never went back', ['I dropped out...', 'never went back']],
    ['I need 22.50 an hour. No nights.', ['I need 22.50 an hour.', 'No nights.']],
    ['$3,500.50 a month, at least.', ['$3,500.50 a month, at least.']],
  ])('parts "%s"', (text, sentences) => expect(read(text)).toEqual(sentences));

  it.each([
    ['I have a GED, what can I do?', ['I have a GED', '? what can I do?']],
    ['I have a GED and can I study full time?', ['I have a GED', '? can I study full time?']],
    ['i can study, can you help', ['i can study', '? can you help']],
    ['a man offered me a home job, is that a scam', ['a man offered me a home job', '? is that a scam']],
    ['im free at night but how long is the course', ['im free at night', '? how long is the course']],
    ['no rush, i have a job, do i need a degree', ['no rush, i have a job', '? do i need a degree']],
    ['i like math, so can i be a coder', ['i like math', '? can i be a coder']],
    ['No rush. Why?', ['No rush.', '? Why?']],
    ['billing? I like math', ['? billing?', 'I like math']],
  ])('parts what is told from what is asked after it: "%s"', (text, sentences) =>
    expect(read(text)).toEqual(sentences),
  );

  it.each([
    'What can I do with a GED, i have two kids',
    "what's a coder",
    'what’s a coder',
    'is that a scam',
    'so can I work nights',
    'can i work nights',
    'could a biller do that',
    'do coders work nights',
    'Nights?',
    'nights ok?!',
    'you would hire me???',
  ])('takes all of "%s" for a question', (text) => expect(read(text)).toEqual([`? ${text}`]));

  it.each([
    'I have a GED and can study full time',
    'I like how the body works, and what doctors write',
    'whatever, I can work any shift',
    'i know what i want',
    'no phones, is all i ask',
    'numbers bore me and so does the human body',
    'can work nights, no weekends',
    'Would love to work from home',
    'did not finish high school',
    'do like math',
  ])('takes none of "%s" for a question', (text) => expect(read(text)).toEqual([text]));

  it.each(['', '  \n\t', '...', '?!', '🎉🙏🏽', '- & +'])('finds no sentence in %j', (text) =>
    expect(sentencesOf(text)).toEqual([]),
  );
});

describe('clausesOf', () => {
  it.each([
    ['I have a GED and can study full time', ['I have a GED', 'can study full time']],
    ['nights only, two kids', ['nights only', 'two kids']],
    ['terrible at algebra but love biology', ['terrible at algebra', 'love biology']],
    ['45,000 a year, no nights', ['45,000 a year', 'no nights']],
    ['part time, because I work', ['part time', 'I work']],
    ['quiet - no phones -- at home', ['quiet', 'no phones', 'at home']],
    ['quiet & small + near', ['quiet', 'small', 'near']],
    ['math BUT also science', ['math', 'science']],
    ['full-time work', ['full-time work']],
    ['a sandy beach', ['a sandy beach']],
    ['and', []],
  ])('parts "%s"', (sentence, clauses) => expect(clausesOf(sentence)).toEqual(clauses));

  it('reads the first dozen of a list', () => {
    const list = Array.from({ length: 100 }, (_, at) => `thing ${at}`);
    expect(clausesOf(list.join(', '))).toEqual(list.slice(0, 12));
  });
});

describe('isOfOthers', () => {
  it.each([
    'my sister works nights',
    'My best friend wants to code',
    'and my husband is a nurse',
    'well, my mom did billing',
    'he has a GED',
    'They hate phones',
    'people say im funny',
    'my kids are grown',
    'my mother-in-law is a coder',
    'a friend works from home',
  ])('knows that "%s" is about others', (sentence) => expect(isOfOthers(sentence)).toBe(true));

  it.each([
    'I work nights',
    'we need money',
    'my night shift is fine',
    'my high school diploma is from 2009',
    'my GED is from 2009',
    'need money for my kids',
    'I have a sister',
    'the hospital is near',
    'hearing people talk is fun',
    'theyre',
    '',
  ])('knows that "%s" may be about the speaker', (sentence) => expect(isOfOthers(sentence)).toBe(false));
});

describe('isOnlyOfOthers', () => {
  it.each([
    ['my sister works nights', true],
    ['she hates learning new rules', true],
    ['my kids call me relentless', false],
    ['my wife earns enough for both of us', false],
    ["my husband works nights so I'd want days", false],
    ['I have a sister', false],
  ])('knows whether "%s" leaves out the speaker', (sentence, leavesOut) =>
    expect(isOnlyOfOthers(sentence)).toBe(leavesOut),
  );
});

describe('the cuts, on any text', () => {
  it('lose no word of a short message but the words between clauses', () => {
    const word = fc.constantFrom(
      'ged',
      'nights',
      '22.50',
      '45,000',
      'is',
      'that',
      'and',
      ',',
      '.',
      '?',
      '-',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        const kept = (text: string) =>
          text.match(/[a-z]+|\d[\d.,]*\d/g)?.filter((each) => each !== 'and') ?? [];
        const text = words.join(' ');
        expect(sentencesOf(text).flatMap((sentence) => kept(sentence.text))).toEqual(kept(text));
      }),
    );
  });

  it('never fail, and give no empty part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { text: sentence } of sentencesOf(text)) {
          expect(sentence).toMatch(/[\p{L}\d]/u);
          expect(clausesOf(sentence).filter((clause) => clause.trim() === '')).toEqual([]);
        }
      }),
    );
  });

  it.each([
    ['spaces', ' '],
    ['spaces between words', `${' '.repeat(1_000)}and`],
    ['dashes', '-'],
    ['dashes and spaces', ' - '],
    ['commas', ','],
    ['clauses', 'a, '],
    ['sentences', 'a. '],
    ['questions', 'is it? '],
    ['question marks', '?'],
    ['fractions', '1.1'],
    ['words', 'so '],
    ['one word', 'a'],
    ['others', 'my '],
    ['signs', '/'],
    ['emoji', '😀'],
  ])('read 100,000 characters of %s at once', (_, part) => {
    const start = performance.now();
    for (const text of [
      part.repeat(100_000 / part.length),
      `my x${part.repeat(100_000 / part.length)}.`,
      `is${part.repeat(100_000 / part.length)}x`,
    ]) {
      sentencesOf(text);
      clausesOf(text);
      isOfOthers(text);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
