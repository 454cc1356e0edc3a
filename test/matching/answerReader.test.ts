import { questionsOf } from '../../src/domain/questionnaire';
import { readAnswer } from '../../src/matching/answerReader';
import { tokenize } from '../../src/matching/tokens';
import { anOption, aQuestion, questionnaireOf } from '../helpers/builders';
import { realMatcher } from '../helpers/trainedModel';

const questionnaire = questionnaireOf({ skip: ['skip it', 'not sure'], why: ['why do you ask'] });
const options = [
  anOption('Right away', 'now', 'as soon as i can'),
  anOption('In about a year', 'next year', 'a year'),
  anOption("I'd rather not", 'no', 'not that'),
] as const;
const question = aQuestion(...options);
const read = (text: string) => readAnswer(questionnaire, question, tokenize(text));
const chosen = (index: number, exact: boolean) => ({ kind: 'option', option: options[index], exact });

describe('readAnswer', () => {
  it.each([
    ['2', 1],
    ['#1.', 0],
    ['option 2', 1],
    ['number 3 please', 2],
    ['the second', 1],
    ["I'd go with the third one", 2],
    ['I pick the third one', 2],
    ['the last one', 2],
  ])('reads the number in "%s"', (text, index) => expect(read(text)).toEqual(chosen(index, true)));

  it.each(['0', '4', '9', '12', '1 or 2', 'the fifth', '2 years', '-', ''])(
    'reads no number in "%s"',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('reads a label as it is shown, whatever its case and punctuation', () => {
    expect(read('right away')).toEqual(chosen(0, true));
    expect(read('In about a year!')).toEqual(chosen(1, true));
    expect(read("I'D RATHER NOT")).toEqual(chosen(2, true));
    expect(read('I’d rather not.')).toEqual(chosen(2, true));
  });

  it('reads a synonym as its option', () => {
    expect(read('as soon as I can')).toEqual(chosen(0, true));
  });

  it('reads an option out of a longer message, and says that it holds more', () => {
    expect(read('well, now would be good')).toEqual(chosen(0, false));
  });

  it('takes the longest phrase where several are named', () => {
    expect(read('i want in about a year, not now')).toEqual(chosen(1, false));
  });

  it('takes none where two are named equally', () => {
    const alike = aQuestion(anOption('Home'), anOption('Away'));
    expect(readAnswer(questionnaire, alike, ['home', 'or', 'away'])).toBeUndefined();
  });

  it('reads whole words only', () => {
    expect(read('nowhere, knowing')).toBeUndefined();
  });

  it('passes over a question, and asks for its reason, only by the whole message', () => {
    expect(read('Not sure.')).toEqual({ kind: 'skip' });
    expect(read('why do you ask?')).toEqual({ kind: 'why' });
    expect(read('skip it over there')).toBeUndefined();
  });

  it('lets an option of the question go before skipping it', () => {
    const unsure = aQuestion(anOption('Yes'), anOption('Not sure'));
    expect(readAnswer(questionnaire, unsure, ['not', 'sure'])).toMatchObject({
      option: { label: 'Not sure' },
    });
  });

  it('knows no answer to a question without options', () => {
    expect(readAnswer(questionnaire, aQuestion(), ['1'])).toBeUndefined();
    expect(readAnswer(questionnaire, aQuestion(), ['last'])).toBeUndefined();
  });
});

describe('readAnswer of the recognizer, on the real questionnaire', () => {
  const { knowledge, recognizer } = realMatcher();
  const real = knowledge.questionnaire;
  const ask = (id: string, text: string) => {
    const found = questionsOf(real).find((each) => each.id === id);
    const reading = recognizer.readAnswer(found!, text);
    return reading?.kind === 'option' ? [reading.option.id, reading.exact] : reading?.kind;
  };

  it.each(questionsOf(real))('reads every label and synonym of $id as its own option', ({ id, options }) => {
    const misread = options.flatMap((option) =>
      [option.label, `${option.label.toUpperCase()}.`, ...option.synonyms]
        .map((said) => ({ said, read: ask(id, said) }))
        .filter(({ read }) => JSON.stringify(read) !== JSON.stringify([option.id, true])),
    );
    expect(misread).toEqual([]);
  });

  it.each(questionsOf(real))(
    'reads every way to skip $id that is no option of it, and to ask why',
    (asked) => {
      const isOption = (said: string) =>
        asked.options.some(({ label, synonyms }) => [label.toLowerCase(), ...synonyms].includes(said));
      const ways = real.skip.filter((said) => !isOption(said));
      expect(ways).toContain('skip');
      expect(ways.filter((said) => ask(asked.id, said) !== 'skip')).toEqual([]);
      expect(real.why.filter((said) => ask(asked.id, said) !== 'why')).toEqual([]);
    },
  );

  it('mends the spelling first', () => {
    expect(ask('schooling', 'no diplomma')).toEqual(['no-diploma', true]);
  });
});
