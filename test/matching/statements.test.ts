import type { Option, OptionId, Question, QuestionId } from '../../src/domain/questionnaire';
import { createStatementReader, shortAnswers, statementExamples } from '../../src/matching/statements';
import { OUT_OF_SCOPE } from '../../src/matching/textMatcher';
import { tokenize } from '../../src/matching/tokens';
import { aKnowledgeBase, anEntry, anOption, aQuestion, questionnaireOf } from '../helpers/builders';
import { toyModel } from '../helpers/toyModel';
import { realMatcher } from '../helpers/trainedModel';

const questionOf = (id: string, ...options: readonly Option[]): Question => ({
  ...aQuestion(...options),
  id: id as QuestionId,
});
const telling = (label: string, ...synonyms: readonly string[]) => ({
  ...anOption(label, ...synonyms),
  said: `you said ${label}`,
});
const QUESTIONNAIRE = questionnaireOf({
  stages: [
    {
      id: 'fit',
      intro: 'Intro.',
      facts: [],
      questions: [
        questionOf(
          'hours',
          telling('odd', 'nights', 'night shift', 'full time'),
          anOption('any', 'not sure'),
        ),
        questionOf('training', telling('long', 'full time', 'full time course')),
      ],
    },
  ],
});

describe('shortAnswers', () => {
  it('are the synonyms of two words or more that tell something and belong to one question', () => {
    expect(shortAnswers(QUESTIONNAIRE)).toEqual([
      { statement: { question: 'hours', option: 'odd' }, text: 'night shift' },
      { statement: { question: 'training', option: 'long' }, text: 'full time course' },
    ]);
  });

  it('are tokens, in the real questionnaire, each of one option', () => {
    const short = shortAnswers(realMatcher().knowledge.questionnaire).map(({ text }) => text);
    expect(short.length).toBeGreaterThan(100);
    expect(short.filter((text) => tokenize(text).join(' ') !== text)).toEqual([]);
    expect(new Set(short).size).toBe(short.length);
  });
});

describe('statementExamples', () => {
  const examples = statementExamples(
    aKnowledgeBase({
      questionnaire: QUESTIONNAIRE,
      statements: {
        answers: [{ question: 'hours' as QuestionId, option: 'odd' as OptionId, says: ['I sleep by day'] }],
        asides: ['I live in Ohio'],
      },
      entries: [anEntry('coding.pay', { variants: ['what is the pay', 'coder pay', 'a third way to ask'] })],
      background: [{ id: 'weather', utterances: ['will it rain', 'is it cold', 'is it windy'] }],
    }),
  );
  const textsOf = (label: string) => examples.filter((each) => each.label === label).map(({ text }) => text);

  it('are the statements and the short answers of each option', () => {
    expect(textsOf('hours/odd')).toEqual(['I sleep by day', 'night shift']);
    expect(textsOf('training/long')).toEqual(['full time course']);
  });

  it('have beside them what states nothing: asides, and a few questions of each kind', () => {
    expect(textsOf(OUT_OF_SCOPE)).toEqual([
      'I live in Ohio',
      'what is the pay',
      'coder pay',
      'will it rain',
      'is it cold',
    ]);
    expect(examples).toHaveLength(8);
  });
});

describe('createStatementReader', () => {
  const read = createStatementReader(toyModel().statements);

  it('reads a statement that it learned, and one in other words', () => {
    const night = { statement: { question: 'hours', option: 'odd' } };
    expect(read('I like the night shift')).toMatchObject(night);
    expect(read('the late shift is for me')).toMatchObject(night);
  });

  it.each(['I like the night shift', 'my dog is old', 'what does a coder earn', '', '😀', 'zxqv'])(
    'is sure of %j by some 0 to 1',
    (text) => {
      const { confidence } = read(text) ?? { confidence: 0 };
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    },
  );
});
