import type { Answered } from '../../src/domain/advice';
import {
  capitalized,
  dayOf,
  dollars,
  figureOf,
  listed,
  saidOf,
  saidTo,
  uncapitalized,
} from '../../src/presenters/wording';
import { aKnowledgeBase, anOption, aQuestion, questionnaireOf } from '../helpers/builders';

const question = aQuestion({ ...anOption('Puzzles'), said: 'you like puzzles' }, anOption('Either is fine'));
const knowledge = aKnowledgeBase({
  questionnaire: questionnaireOf({ stages: [{ id: 'fit', intro: '', facts: [], questions: [question] }] }),
});
const answered = (option?: string, amount?: number) =>
  ({ question: 'question', option, amount }) as unknown as Answered;

describe('capitalized and uncapitalized', () => {
  it('change the first letter alone', () => {
    expect([capitalized('you like BLS'), uncapitalized('Under $18 in All')]).toEqual([
      'You like BLS',
      'under $18 in All',
    ]);
  });

  it('leave alone what has no first letter', () => {
    expect([capitalized(''), uncapitalized(''), capitalized('$18 to $21')]).toEqual(['', '', '$18 to $21']);
  });
});

describe('listed', () => {
  it.each([
    [[], ''],
    [['a diploma'], 'a diploma'],
    [['a diploma', 'an income'], 'a diploma and an income'],
    [['a diploma', 'an income', 'time'], 'a diploma, an income, and time'],
  ])('lists %j as %j', (items, text) => {
    expect(listed(items)).toBe(text);
  });
});

describe('dollars', () => {
  it.each([
    [22, '$22'],
    [22.5, '$22.50'],
    [21.634615, '$21.63'],
  ])('writes %d as %s', (amount, text) => {
    expect(dollars(amount)).toBe(text);
  });
});

describe('saidOf', () => {
  it.each([
    ['the clause of the option', answered('Puzzles'), 'you like puzzles'],
    ['the label of an option that has none', answered('Either is fine'), 'either is fine'],
    ["the person's own amount before the clause", answered('Puzzles', 22.5), 'saidAmount $22.50'],
    ['nothing for a skipped question', answered(), ''],
    ['nothing for an option that is no more', answered('Gone'), ''],
    ['nothing for a question that is no more', { ...answered('Puzzles'), question: 'gone' }, ''],
  ])('gives %s', (_, given, said) => {
    expect(saidOf(knowledge, given as Answered)).toBe(said);
  });
});

describe('saidTo', () => {
  it('gives what was answered to the question', () => {
    expect(saidTo(knowledge, { answered: [answered('Puzzles', 22)] }, question.id)).toBe('saidAmount $22');
  });

  it('gives nothing where it was not asked', () => {
    expect(saidTo(knowledge, { answered: [] }, question.id)).toBe('');
  });
});

describe('figureOf', () => {
  const option = anOption('Under $18');

  it("gives the person's own figure, else the range that they chose", () => {
    expect([figureOf(option, 15.25), figureOf(option, undefined)]).toEqual(['$15.25', 'under $18']);
  });
});

describe('dayOf', () => {
  it('names the day, by the clock of no place in particular', () => {
    expect([dayOf(new Date('2026-12-22T23:59:59Z')), dayOf(new Date('2026-01-01T00:00:00Z'))]).toEqual([
      'December 22, 2026',
      'January 1, 2026',
    ]);
  });
});
