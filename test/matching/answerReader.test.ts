import { questionsOf, type OptionId } from '../../src/domain/questionnaire';
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
const chosen = (index: number, part: 'message' | 'words') => ({
  kind: 'option',
  option: options[index]!.id,
  in: part,
});

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
  ])('reads the number in "%s"', (text, index) => expect(read(text)).toEqual(chosen(index, 'message')));

  it.each(['0', '4', '9', '12', '1 or 2', 'the fifth', '2 years', '-', ''])(
    'reads no number in "%s"',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('reads a label as it is shown, whatever its case and punctuation', () => {
    expect(read('right away')).toEqual(chosen(0, 'message'));
    expect(read('In about a year!')).toEqual(chosen(1, 'message'));
    expect(read("I'D RATHER NOT")).toEqual(chosen(2, 'message'));
    expect(read('I’d rather not.')).toEqual(chosen(2, 'message'));
  });

  it('reads a synonym as its option', () => {
    expect(read('as soon as I can')).toEqual(chosen(0, 'message'));
  });

  it('passes over words of courtesy around all that can be answered', () => {
    expect(read('honestly? Now, please')).toEqual(chosen(0, 'message'));
    expect(read('um not sure tbh')).toEqual({ kind: 'skip' });
    expect(read('lol why do you ask')).toEqual({ kind: 'why' });
  });

  it('takes courtesy alone for an answer only where an option is just that', () => {
    const agreed = aQuestion(anOption('Go on', 'ok'), anOption('Stop'));
    expect(readAnswer(questionnaire, agreed, ['ok'])).toMatchObject({ option: 'Go on', in: 'message' });
    expect(readAnswer(questionnaire, agreed, ['please'])).toBeUndefined();
    expect(read('ok thanks lol')).toBeUndefined();
  });

  it('reads an option out of a longer message, and says that it holds more', () => {
    expect(read('well, now would be good')).toEqual(chosen(0, 'words'));
  });

  it('takes the longest phrase where several are named', () => {
    expect(read('i want in about a year, not now')).toEqual(chosen(1, 'words'));
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
      kind: 'option',
      option: 'Not sure',
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
    return reading?.kind === 'option' ? [reading.option, reading.in] : reading?.kind;
  };

  it.each(questionsOf(real))('reads every label and synonym of $id as its own option', ({ id, options }) => {
    const misread = options.flatMap((option) =>
      [option.label, `${option.label.toUpperCase()}.`, ...option.synonyms]
        .map((said) => ({ said, read: ask(id, said) }))
        .filter(({ read }) => JSON.stringify(read) !== JSON.stringify([option.id, 'message'])),
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

  it('reads the menu as it reads a question', () => {
    const menu = {
      options: Object.entries(real.menu).map(([id, item]) => ({ ...item, id: id as OptionId })),
    };
    for (const { id, label, synonyms } of menu.options)
      for (const said of [label, ...synonyms])
        expect([said, recognizer.readAnswer(menu, said)]).toEqual([
          said,
          { kind: 'option', option: id, in: 'message' },
        ]);
    expect(recognizer.readAnswer(menu, '2')).toMatchObject({ option: 'result' });
  });

  it('mends the spelling first', () => {
    expect(ask('schooling', 'no diplomma')).toEqual(['no-diploma', 'message']);
  });
});
