import { policiesFile } from '../../src/knowledge/policySchema';
import { parseYamlFile } from '../../src/knowledge/yamlFile';
import { POLICIES } from '../helpers/builders';

const issuesOf = (file: object): string[] =>
  parseYamlFile('policies.yaml', JSON.stringify(file), policiesFile).issues.map(
    ({ path, message }) => `${path}: ${message}`,
  );

const withSection = (section: object): object => ({
  ...POLICIES,
  terms: {
    title: 'Terms',
    intro: 'Read this.',
    sections: [{ heading: 'Heading', text: 'Text.', ...section }],
  },
});

describe('policiesFile', () => {
  it('takes values where they can be filled, and sections of one kind of chat', () =>
    expect(issuesOf(withSection({ items: ['{days} days'], chat: 'own' }))).toEqual([]));

  it.each<[string, object, string]>([
    [
      'a value that nothing fills',
      { text: '{weeks} weeks' },
      'terms.sections.0.text: the {values} in this text may be: days',
    ],
    [
      'a value in a heading',
      { heading: '{days}' },
      'terms.sections.0.heading: the {values} in this text must be: none',
    ],
    [
      'a list of nothing',
      { items: [] },
      'terms.sections.0.items: give at least one item, or leave out "items"',
    ],
    ['a chat that there is not', { chat: 'teams' }, 'terms.sections.0.chat: write own or azure'],
  ])('names %s', (_, section, issue) => expect(issuesOf(withSection(section))).toEqual([issue]));

  it('misses the name of the operator where the text has no place for it', () =>
    expect(issuesOf({ ...POLICIES, operator: { ...POLICIES.operator, named: 'Somebody.' } })).toEqual([
      'operator.named: the {values} in this text must be: operator',
    ]));
});
