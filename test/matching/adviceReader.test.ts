// What is read out of a message in the guided advice, by the real matcher on the real questionnaire.
import * as fc from 'fast-check';
import { questionOf, questionsOf, type QuestionId } from '../../src/domain/questionnaire';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();
const { questionnaire } = knowledge;
const questions = questionsOf(questionnaire);

/** @param open the open question; empty where there is none */
const read = (open: string, text: string) =>
  recognizer.readAdvice(open === '' ? undefined : questionOf(questionnaire, open as QuestionId), text);
/** As "question/option", in the order of the reading. */
const statedIn = (open: string, text: string) =>
  read(open, text).statements.map(({ question, option }) => `${question}/${option}`);

describe('readAdvice, of what is told', () => {
  it.each([
    ['', 'I have a GED and can study full time', ['schooling/diploma', 'training/full-time']],
    ['', 'need $18 an hour, home from day one', ['pay-needed/middle', 'place/home-now']],
    ['', 'Nights only. I never finished high school.', ['hours/odd', 'schooling/no-diploma']],
    ['income', 'no rush, I have a GED, no phones', ['income/no-rush', 'people/quiet', 'schooling/diploma']],
    ['hours', 'nights only, two kids', ['hours/odd']],
    ['material', "I'm terrible at algebra but love biology", ['material/science']],
    ['schooling', 'no diplomma, need money this month', ['income/now', 'schooling/no-diploma']],
    ['hours', 'can work nights', ['hours/odd']],
  ])('asked for %j, notes of "%s"', (open, text, stated) => {
    expect(statedIn(open, text).toSorted()).toEqual(stated);
    expect(read(open, text).asks).toBe(false);
  });

  it('puts what was asked first', () => {
    for (const open of ['schooling', 'training'])
      expect(statedIn(open, 'I can study full time and have a GED')[0]).toMatch(open);
  });

  it('notes one option a question: of two, the one that corrects the other', () => {
    expect(statedIn('hours', 'days. wait, nights')).toEqual(['hours/odd']);
    expect(statedIn('hours', 'nights. wait, days')).toEqual(['hours/days']);
  });

  it.each([
    '',
    'hello',
    'I live in Ohio',
    'my name is Ann',
    'thanks, you are kind',
    'a bit of both',
    '2',
    'skip',
    'why',
  ])('notes nothing of %j where nothing is asked', (text) => expect(statedIn('', text)).toEqual([]));

  it.each([
    ['hours', 'my sister works nights'],
    ['hours', 'Well, my mom works nights.'],
    ['people', 'my husband hates phones'],
    ['learning', 'she hates learning new rules'],
    ['schooling', 'my brother has a GED'],
    ['schooling', 'my mom never finished high school, she works nights'],
    ['pay-needed', 'my cousin makes 31 an hour doing this'],
    ['', 'my mom never finished high school'],
  ])('notes nothing of others, asked for %j: "%s"', (open, text) => expect(statedIn(open, text)).toEqual([]));

  it('notes what is told beside what others do', () => {
    expect(statedIn('hours', 'my sister works nights but I want weekdays')).toEqual(['hours/days']);
    expect(statedIn('income', 'my husband can carry us for a year')).toEqual(['income/year']);
    expect(statedIn('finish', 'my kids call me relentless')).toEqual(['finish/chase']);
  });

  it.each([
    ['material', 'I do not like math'],
    ['material', 'not really into numbers'],
    ['hours', 'I can not do nights'],
    ['place', 'I do not want to work from home'],
    ['place', 'not in a hospital'],
    ['income', 'i dont need money right now'],
    ['schooling', 'not in college'],
  ])('notes no option that is denied, asked for %s: "%s"', (open, text) =>
    expect(statedIn(open, text)).toEqual([]),
  );

  it('notes what a "not" is a part of', () => {
    expect(statedIn('hours', 'please, no nights')).toEqual(['hours/days']);
    expect(statedIn('schooling', 'I do not have a diploma')).toEqual(['schooling/no-diploma']);
    expect(statedIn('finish', "i don't stop until its settled")).toEqual(['finish/chase']);
  });
});

describe('readAdvice, of what is asked', () => {
  it.each([
    ['hours', 'what hours do coders work?'],
    ['hours', 'do billers work nights'],
    ['hours', 'nights? is that common?'],
    ['pay-needed', 'is 25 an hour realistic'],
    ['schooling', 'do i need a diploma or is a ged enough'],
    ['', 'how much does a coder earn'],
  ])('asked for %j, notes nothing of "%s"', (open, text) => {
    expect(read(open, text)).toMatchObject({ statements: [], asks: true });
    expect(read(open, text).answer).toBeUndefined();
  });

  it('notes what is told before a question, and knows of the question', () => {
    expect(statedIn('schooling', 'I have a GED, is that enough?')).toEqual(['schooling/diploma']);
    expect(read('schooling', 'I have a GED, is that enough?').asks).toBe(true);
  });
});

describe('readAdvice, of an answer in so many words', () => {
  it.each(questions)(
    'gives the one option for each label of $id, whatever else it says',
    ({ id, options }) => {
      for (const { id: option, label } of options) {
        const { answer, statements } = read(id, label);
        expect(answer).toEqual({ kind: 'option', option, in: 'message' });
        expect(statements).toMatchObject([{ question: id, option }]);
        expect(statements).toHaveLength(1);
      }
    },
  );

  it.each(questions)('gives the option of $id by its number', ({ id, options }) => {
    options.forEach(({ id: option }, at) =>
      expect(read(id, String(at + 1)).statements).toEqual([{ question: id, option }]),
    );
  });

  it('gives one option for words that answer two questions, by which is open', () => {
    expect(statedIn('hours', 'full time')).toEqual(['hours/days']);
    expect(statedIn('training', 'full time')).toEqual(['training/full-time']);
    expect(statedIn('', 'part time')).toEqual([]);
  });

  it.each([
    ['skip', 'skip'],
    ["I don't know", 'skip'],
    ["skip it, I don't know", 'skip'],
    ['why do you ask?', 'why'],
    ['why', 'why'],
  ])('knows "%s" as %s, and notes nothing', (text, kind) => {
    expect(read('schooling', text)).toMatchObject({ answer: { kind }, statements: [] });
    expect(read('', text).answer).toBeUndefined();
  });

  it('notes what is told beside a skip', () => {
    expect(statedIn('hours', 'skip. i have a ged')).toEqual(['schooling/diploma']);
  });

  it.each([
    ['nights', 'message'],
    ['nights, two kids', 'clause'],
    ['I would take nights again', 'words'],
  ])('says how much of "%s" is the answer: the %s', (text, part) =>
    expect(read('hours', text).answer).toEqual({ kind: 'option', option: 'odd', in: part }),
  );
});

describe('readAdvice, of pay', () => {
  it.each([
    ['pay-needed', '22.50', 'high', 22.5],
    ['pay-needed', '$17.99', 'low', 17.99],
    ['pay-needed', '18', 'middle', 18],
    ['pay-needed', '21.99', 'middle', 21.99],
    ['pay-needed', 'about 45k', 'middle', 21.63],
    ['pay-needed', '$3,500 a month', 'middle', 20.19],
    ['pay-needed', 'fifteen', 'low', 15],
    ['pay-needed', 'my sister makes 30 an hour, I need 20', 'middle', 20],
    ['hours', 'thirty five an hour', 'top', 35],
    ['', 'twenty bucks an hour', 'middle', 20],
  ])('asked for %j, notes the amount of "%s" beside its option', (open, text, option, amount) =>
    expect(read(open, text).statements).toEqual([{ question: 'pay-needed', option, amount }]),
  );

  it('notes no amount where an option was chosen that names none', () => {
    for (const text of ['Not sure', '3', 'over 27', 'minimum wage'])
      expect(read('pay-needed', text).statements).not.toContainEqual(
        expect.objectContaining({ amount: expect.any(Number) as number }),
      );
  });

  it('takes a bare number for pay only where pay was asked', () => {
    expect(statedIn('hours', 'i have 22 cousins')).toEqual([]);
    expect(statedIn('pay-needed', 'about 22')).toEqual(['pay-needed/high']);
    expect(statedIn('hours', '20 hours a week')).toEqual(['hours/part']);
  });

  it('has an option for every amount', () => {
    const ranges = questions.flatMap(({ options }) => options.flatMap(({ range }) => range ?? []));
    const sorted = ranges.toSorted((a, b) => a.from - b.from);
    expect(sorted[0]?.from).toBe(0);
    expect(sorted.map(({ below }) => below)).toEqual([...sorted.slice(1).map(({ from }) => from), undefined]);
  });
});

describe('readAdvice, of questions that are named', () => {
  it.each(questions)('knows $id by its names', ({ id, names }) => {
    for (const name of names) expect(read('', `change my answer about ${name}`).named).toEqual([id]);
  });

  it('names each once, and none that is not said', () => {
    expect(read('', 'pay, salary and wages').named).toEqual(['pay-needed']);
    expect(read('', 'my payment').named).toEqual([]);
    expect(read('', 'the pay and the hours').named).toEqual(['hours', 'pay-needed']);
  });
});

describe('readAdvice, of any text', () => {
  /** Holds whatever was said. */
  function expectSound(open: string, text: string): void {
    const reading = read(open, text);
    const { statements, named, answer } = reading;
    const asked = statements.map(({ question }) => question);
    expect(new Set(asked).size).toBe(asked.length);
    if (asked.includes(open as QuestionId)) expect(asked[0]).toBe(open);
    for (const { question, option, amount } of statements) {
      const options = questionOf(questionnaire, question)!.options.map(({ id }) => id);
      expect(options).toContain(option);
      if (amount !== undefined) expect(question).toBe('pay-needed');
    }
    expect(named.filter((id) => questionOf(questionnaire, id) === undefined)).toEqual([]);
    if (open === '') expect(answer).toBeUndefined();
    expect(read(open, text)).toEqual(reading);
  }

  it.each([
    ['an empty message', ''],
    ['white space', ' \n\t '],
    ['emoji', '🎉🙏🏽👩‍⚕️'],
    ['punctuation', '?!... --- """'],
    ['seams', 'and, but & so - then'],
    ['signs of money', '$ $$ $. $, k'],
    ['control characters', '\u0000\u0007\u202e\u200b\ufeff'],
    ['half a character', '\ud83c nights \udf89'],
    ['markup', '<script>alert(1)</script> **nights** [a](b)'],
    ['names of object properties', '__proto__, constructor, toString and hasOwnProperty/valueOf'],
    ['Chinese', '我有高中文凭，晚上上班'],
  ])('takes %s calmly', (_, text) => {
    for (const open of ['', 'hours', 'pay-needed']) expectSound(open, text);
  });

  it.each(['', ' \n ', '🎉🙏🏽👩‍⚕️', '?!', '我有高中文凭'])('reads nothing in %j', (text) =>
    expect(read('hours', text)).toEqual({ statements: [], asks: false, corrects: false, named: [] }),
  );

  it('holds for any text and question', () => {
    const word = fc.constantFrom(
      'nights',
      'ged',
      'no',
      'not',
      'I',
      'my sister',
      'and',
      ',',
      '.',
      '?',
      '$22',
      '45k',
      'is',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    const open = fc.constantFrom('', ...questions.map(({ id }) => id as string));
    fc.assert(fc.property(open, text, expectSound), { numRuns: 200 });
  });

  it.each([
    ['words', 'I have a ged '],
    ['one word', 'a'],
    ['clauses', 'a, '],
    ['told clauses', 'I have a ged and '],
    ['sentences', 'nights. '],
    ['lines', 'x\n'],
    ['questions', 'is it? '],
    ['question marks', '?'],
    ['spaces', ' '],
    ['sums', '$22 - '],
    ['digits', '1'],
    ['denials', 'not nights '],
    ['others', 'my '],
    ['emoji', '😀'],
  ])('reads 100,000 characters of %s within a second', (_, part) => {
    const text = `nights ${part.repeat(100_000 / part.length)}.`;
    const start = performance.now();
    read('hours', text);
    read('pay-needed', text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('reads a long story to its end', () => {
    const story = `${'I live in Ohio. '.repeat(15)}I have a GED.`;
    expect(statedIn('', story)).toEqual(['schooling/diploma']);
  });
});
