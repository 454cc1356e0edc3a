// The rules for the files of the guided advice that their shape alone can tell.
import { adviceFiles, type AdviceFileName, type Change } from '../helpers/adviceFiles';

const weight = (value: string): Change => ['questionnaire', 'weight: 1,', `weight: ${value},`];
const LONG = 'twenty-one characters';

describe('the files of the guided advice', () => {
  it.each<[string, Change, string, string]>([
    ['a weight of 0', weight('0'), 'weight: 0', 'leave out a role that counts 0'],
    ['a weight above 3', weight('4'), 'weight: 4', 'from -3 to 3'],
    ['a weight below -3', weight('-4'), 'weight: -4', 'from -3 to 3'],
    ['a weight in parts', weight('1.5'), 'weight: 1.5', 'int'],
    [
      'a weight without a reason',
      ['questionnaire', ', because: hospitals have night shifts', ''],
      'weight: 1',
      'write a text',
    ],
    [
      'a role that there is not',
      ['questionnaire', 'coding: { weight', 'nursing: { weight'],
      'nursing',
      'nursing',
    ],
    [
      'an option that weighs and tells nothing',
      ['questionnaire', '            said: you like nights\n', ''],
      'id: odd',
      '"said"',
    ],
    [
      'a label too long for a button',
      ['questionnaire', 'label: Nights', `label: ${LONG}`],
      LONG,
      'at most 20',
    ],
    [
      'a menu label too long for a button',
      ['questionnaire', 'label: Go on', `label: ${LONG}`],
      LONG,
      'at most 20',
    ],
    [
      'a menu that lacks an item',
      ['questionnaire', '  result: { label: See my result, synonyms: [] }\n', ''],
      'go-on:',
      '',
    ],
    [
      'a menu of more items',
      ['questionnaire', 'menu:\n', 'menu:\n  more: { label: More, synonyms: [] }\n'],
      'more:',
      'more',
    ],
    [
      'no {answer} beside an answer',
      ['questionnaire', 'You need {answer}', 'You need it'],
      'You need it',
      '{values}',
    ],
    [
      'another {value} beside an answer',
      ['questionnaire', 'You need {answer}', 'You need {answer} {pay}'],
      '{pay}',
      'answer',
    ],
    [
      'a question without a name',
      ['questionnaire', 'names: [pay]', 'names: []'],
      'names: []',
      'at least one word',
    ],
    [
      'a stage too many',
      [
        'questionnaire',
        '  - id: fit',
        '  - id: fit\n    intro: x\n    facts: []\n    questions: []\n  - id: fit',
      ],
      '- id: requirements',
      'three stages',
    ],
    ['a range without a beginning', ['questionnaire', '{ from: 20 }', '{ below: 99 }'], '{ below: 99 }', ''],
    [
      'a field that nobody reads',
      ['questionnaire', 'hurdle: odd-hours', 'hurdles: odd-hours'],
      'id: odd',
      'hurdles',
    ],
    [
      'no statement of an option',
      ['statements', '    any:\n      - any shift will do', '    any: []'],
      'any: []',
      '',
    ],
    ['a cell that is missing', ['result', '      both: it depends\n', ''], 'billing: about', ''],
    [
      'a role without a plan',
      [
        'roles',
        'billing is no game.\n  facts: [A2]\n  plan: [{ when: First week, steps: [Begin.] }]',
        'billing is no game.\n  facts: [A2]\n  plan: []',
      ],
      'plan: []',
      '90 days',
    ],
  ])('refuse %s, where it stands', (_, change, needle, part) => {
    const { files, lineOf } = adviceFiles(change);
    const [issue, ...others] = Object.values(files).flatMap(({ issues }) => issues);
    expect(others).toEqual([]);
    const file: AdviceFileName = change[0];
    expect(issue).toMatchObject({ file: `${file}.yaml`, line: lineOf(file, needle) });
    expect(issue?.message).toContain(part);
    expect(files[file].value).toBeUndefined();
  });

  it.each<[string, Change]>([
    ['every weight from -3 to 3', weight('-3')],
    ['a label of just 20 characters', ['questionnaire', 'label: Nights', `label: ${LONG.slice(1)}`]],
    [
      '{answer} twice beside an answer',
      ['questionnaire', 'You need {answer},', 'You need {answer}, {answer},'],
    ],
    [
      'an option that tells and weighs nothing',
      ['questionnaire', 'said: you need little', 'said: you need nothing'],
    ],
  ])('allow %s', (_, change) =>
    expect(Object.values(adviceFiles(change).files).flatMap(({ issues }) => issues)).toEqual([]),
  );
});
