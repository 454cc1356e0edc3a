import { adviceIssues } from '../../src/knowledge/adviceIntegrity';
import { adviceFiles, type AdviceFileName, type Change } from '../helpers/adviceFiles';

/** File, line and message of every issue once the change is made. */
const issuesOf = (...changes: readonly Change[]) =>
  adviceIssues(adviceFiles(...changes).files).map(({ file, line, message }) => [file, line, message]);

/** One issue, in the file and on the line that holds `needle`, with `part` in its message. */
function expectOne(changes: readonly Change[], file: AdviceFileName, needle: string, part: string): void {
  const line = adviceFiles(...changes).lineOf(file, needle);
  expect(issuesOf(...changes)).toEqual([[`${file}.yaml`, line, expect.stringContaining(part)]]);
}

describe('adviceIssues', () => {
  it('finds nothing in files that fit together', () => {
    const { files } = adviceFiles();
    expect(Object.values(files).flatMap(({ issues }) => issues)).toEqual([]);
    expect(adviceIssues(files)).toEqual([]);
  });

  it.each<[string, Change]>([
    [
      'a stage',
      ['questionnaire', 'It takes 4 months.\n    facts: [A1]', 'It takes 4 months.\n    facts: [A1, A9]'],
    ],
    [
      'a question',
      ['questionnaire', 'names: [pay]\n        facts: [A1]', 'names: [pay]\n        facts: [A1, A9]'],
    ],
    [
      'what is said beside an answer',
      ['questionnaire', '          facts: [A2]', '          facts: [A2, A9]'],
    ],
    ['a hurdle', ['questionnaire', 'facts: [A1]\n    advice', 'facts: [A1, A9]\n    advice']],
    ['an aspect', ['result', 'facts: [A2]', 'facts: [A2, A9]']],
    ['what to ask a school', ['result', 'facts: [A1]', 'facts: [A1, A9]']],
    ['a role', ['roles', 'billing is no game.\n  facts: [A2]', 'billing is no game.\n  facts: [A2, A9]']],
  ])('misses a fact that %s rests on', (_, change) => expectOne([change], change[0], 'A9', 'no fact A9'));

  it('takes no name of an object property for a fact', () => {
    expectOne([['result', '[A2]', '[A2, constructor]']], 'result', 'constructor', 'no fact constructor');
  });

  it.each<[string, Change, string]>([
    [
      'the intro of a stage',
      ['questionnaire', 'It takes 4 months.', 'It takes 47 months.'],
      'id: requirements',
    ],
    [
      'what is said beside an answer',
      ['questionnaire', 'half make $16.50', 'half make $47'],
      'text: You need',
    ],
    [
      'the advice on a hurdle',
      ['questionnaire', 'Look for 4 months.', 'Look for 47 months.'],
      'first: a look',
    ],
    ['a cell of the comparison', ['result', 'about $16.50', 'about $47'], 'id: pay'],
    ['the title of an aspect', ['result', 'title: Pay', 'title: Pay in 47'], 'id: pay'],
    ['what to ask a school', ['result', 'Ask for 4 months.', 'Ask for 47 months.'], 'intro:'],
    ['a question to a school', ['result', 'What does it cost?', 'Does it cost $47?'], 'intro:'],
    ['the summary of a role', ['roles', 'coding pays $16.50', 'coding pays $47'], 'id: coding'],
    ['the caution of a role', ['roles', 'coding is no game', 'coding takes 47 games'], 'id: coding'],
  ])('finds a figure without a source in %s', (_, change, needle) =>
    expectOne([change], change[0], needle, '47 is in none of the facts'),
  );

  it('takes a figure only from the facts named beside it', () => {
    const change: Change = ['questionnaire', 'It takes 4 months.', 'It pays just $16.50.'];
    expectOne([change], 'questionnaire', 'id: requirements', '16.50 is in none');
  });

  it('takes years of the facts for sourced', () => {
    expect(issuesOf(['questionnaire', 'It takes 4 months.', 'In 2024 it took 4 months.'])).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a synonym that two options claim', '[whatever]', '[whatever, night shift]'],
    ['a synonym that is another label', '[whatever]', '[whatever, nights]'],
    ['a label that is another synonym', 'label: Any hours', 'label: Night Shift'],
  ])('finds %s, at the second', (_, before, after) =>
    expectOne([['questionnaire', before, after]], 'questionnaire', 'id: any', 'the option "Nights"'),
  );

  it('lets a label stand among its own synonyms, and two questions share one', () => {
    expect(issuesOf(['questionnaire', '[whatever]', '[any hours, a lot]'])).toEqual([]);
  });

  it('finds a hurdle that is not among the hurdles', () => {
    const change: Change = ['questionnaire', 'hurdle: odd-hours', 'hurdle: toString'];
    expectOne([change], 'questionnaire', 'hurdle: toString', 'no hurdle toString');
  });

  it('finds a name that leads to two questions, at the second', () => {
    const change: Change = ['questionnaire', 'names: [pay]', 'names: [pay, shift]'];
    expectOne([change], 'questionnaire', 'names: [pay, shift]', '"shift" also names the question hours');
  });

  it.each<[string, Change, string, string]>([
    ['an option', ['statements', '    any:', '    other:'], '- any shift', 'other of hours'],
    ['a question', ['statements', '  pay-needed:', '  other:'], '- money is nothing', 'low of other'],
    [
      'an option of another question',
      ['statements', '    any:', '    low: [x]\n    any:'],
      'low: [x]',
      'low of hours',
    ],
  ])('finds statements of %s that the questionnaire does not have', (_, change, needle, part) =>
    expectOne([change], 'statements', needle, part),
  );

  it('finds a statement that stands twice, whatever its case, at the second', () => {
    const change: Change = ['statements', 'any shift will do', 'Nights SUIT me'];
    expectOne([change], 'statements', 'Nights SUIT me', 'a statement of hours/odd already');
    const twice: Change = ['statements', '- nights suit me', '- i sleep by day'];
    expectOne([twice], 'statements', '- i sleep by day', 'a statement of hours/odd already');
  });

  it('finds an aspect of a question that the questionnaire does not have', () => {
    const change: Change = ['result', '[pay-needed]', '[pay-needed, other]'];
    expectOne([change], 'result', '[pay-needed, other]', 'no question other');
  });

  it.each<AdviceFileName>(['questionnaire', 'statements', 'result', 'roles', 'facts'])(
    'says nothing of what a broken %s file holds',
    (name) => {
      const { files } = adviceFiles();
      const broken = { ...files, [name]: { ...files[name], value: undefined } };
      expect(adviceIssues(broken)).toEqual([]);
    },
  );
});
