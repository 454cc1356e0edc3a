import { stringify } from 'yaml';
import type { z } from 'zod';
import { COMMAND_IDS } from '../../src/domain/faq';
import { PHRASE_VALUES } from '../../src/domain/phrases';
import { integrityIssues, MAX_ANSWER_WORDS, type KnowledgeFiles } from '../../src/knowledge/integrity';
import * as schema from '../../src/knowledge/schema';
import { policiesFile } from '../../src/knowledge/policySchema';
import { teamsFile } from '../../src/knowledge/teamsSchema';
import { widgetFile } from '../../src/knowledge/widgetSchema';
import { parseYamlFile, type YamlFile } from '../../src/knowledge/yamlFile';
import { adviceFiles } from '../helpers/adviceFiles';
import { POLICIES, TEAMS_WORDS, WIDGET_WORDS } from '../helpers/builders';

const file = <S extends z.ZodType>(name: string, as: S, content: unknown): YamlFile<z.infer<S>> => {
  const parsed = parseYamlFile(name, stringify(content), as) as YamlFile<z.infer<S>>;
  if (parsed.issues.length > 0)
    throw new Error(`${name}: ${parsed.issues[0]!.path} ${parsed.issues[0]!.message}`);
  return parsed;
};

const variantsOf = (id: string) =>
  Array.from({ length: schema.MIN_VARIANTS }, (_, at) => `${id} phrasing ${at}`);
const entry = (id: string, given: object = {}) => ({
  id,
  question: 'Which?',
  answer: 'It depends.',
  facts: ['F1'],
  related: ['billing.pay'],
  variants: variantsOf(id),
  ...given,
});
const faq = (...entries: readonly object[]) => [
  file('faq/a.yaml', schema.faqFile, [
    entry('billing.pay', { related: ['coding.pay'] }),
    entry('coding.pay'),
  ]),
  ...(entries.length > 0 ? [file('faq/b.yaml', schema.faqFile, entries)] : []),
];
const facts = (given: object = {}) =>
  file('facts.yaml', schema.factsFile, {
    F1: { claim: 'It paid $16.50 to 42,000 people, or 7%.', asOf: 'May 2024', source: 's1', grade: 'A' },
    // What the files of the guided advice rest on.
    A1: { claim: 'It takes 4 months.', asOf: 'May 2024', source: 's1', grade: 'A' },
    A2: { claim: 'It pays $16.50.', asOf: 'May 2024', source: 's1', grade: 'A' },
    ...given,
  });
const chat = (ids: readonly string[]) =>
  file(
    'chat.yaml',
    schema.chatFile,
    ids.map((id) => ({ id, answer: 'Fine.', variants: variantsOf(id) })),
  );

/** Files that fit together. */
const FILES: KnowledgeFiles = {
  faq: faq(),
  chat: chat(COMMAND_IDS),
  sources: file('sources.yaml', schema.sourcesFile, {
    s1: {
      name: 'Source',
      publisher: 'Publisher',
      url: 'https://example.org/',
      read: '2026-11-22',
      again: '2027-05-22',
    },
  }),
  ...adviceFiles().files,
  facts: facts(),
  background: file('background.yaml', schema.backgroundFile, []),
  safety: file('safety.yaml', schema.safetyFile, []),
  phrases: file(
    'phrases.yaml',
    schema.phrasesFile,
    Object.fromEntries(
      Object.entries(PHRASE_VALUES).map(([id, values]) => [
        id,
        [id, ...values.map((name) => `{${name}}`)].join(' '),
      ]),
    ),
  ),
  widget: file('widget.yaml', widgetFile, { en: WIDGET_WORDS }),
  policies: file('policies.yaml', policiesFile, POLICIES),
  teams: file('teams.yaml', teamsFile, TEAMS_WORDS),
};

/** Place and message of each issue once the files are changed. */
const issuesOf = (changed: Partial<KnowledgeFiles>) =>
  integrityIssues({ ...FILES, ...changed }).map(({ file: name, path, message }) => [
    `${name} ${path}`,
    message,
  ]);
const broken = <T>(whole: YamlFile<T>): YamlFile<T> => ({ ...whole, value: undefined });

describe('integrityIssues', () => {
  it('finds nothing in files that fit together', () => expect(issuesOf({})).toEqual([]));

  it('finds an id that stands twice, also in two files', () => {
    expect(issuesOf({ faq: faq(entry('coding.pay', { variants: variantsOf('twin') })) })).toEqual([
      ['faq/b.yaml 0.id', expect.stringContaining('faq/a.yaml')],
    ]);
    const twice = file('chat.yaml', schema.chatFile, [
      ...chat(COMMAND_IDS).value!,
      { id: 'advice.back', answer: 'Again.', variants: variantsOf('again') },
    ]);
    expect(issuesOf({ chat: twice })).toEqual([
      [`chat.yaml ${COMMAND_IDS.length}.id`, expect.stringContaining('advice.back')],
    ]);
  });

  it('finds a fact that an entry names and facts.yaml does not hold', () => {
    expect(issuesOf({ faq: faq(entry('both.new', { facts: ['F1', 'F9'] })) })).toEqual([
      ['faq/b.yaml 0.facts.1', expect.stringContaining('F9')],
    ]);
  });

  it('takes no name of an object property for a fact', () => {
    expect(issuesOf({ faq: faq(entry('both.new', { facts: ['constructor'] })) })).toHaveLength(1);
  });

  it('finds a related entry that there is not, and none where a file could not be read', () => {
    const lonely = faq(entry('both.new', { related: ['both.gone'] }));
    expect(issuesOf({ faq: lonely })).toEqual([
      ['faq/b.yaml 0.related.0', expect.stringContaining('both.gone')],
    ]);
    expect(issuesOf({ faq: [broken(lonely[0]!), lonely[1]!] })).toEqual([]);
  });

  it('finds a fact whose source there is not', () => {
    const unsourced = { F2: { claim: 'Claim.', asOf: '2024', source: 's9', grade: 'B' } };
    expect(issuesOf({ facts: facts(unsourced) })).toEqual([
      ['facts.yaml F2.source', expect.stringContaining('s9')],
    ]);
  });

  it('finds an answer that is too long, and lets the longest one pass', () => {
    const answering = (words: number) =>
      issuesOf({ faq: faq(entry('both.new', { answer: 'word '.repeat(words) })) });
    expect(answering(MAX_ANSWER_WORDS)).toEqual([]);
    expect(answering(MAX_ANSWER_WORDS + 1)).toEqual([
      ['faq/b.yaml 0.answer', expect.stringContaining('91 words')],
    ]);
  });

  it.each([
    ['$16.50', true],
    ['42000 of them', true],
    ['42,000, they say', true],
    ['in 2024', true],
    ['7 percent', true],
    ['$16', false],
    ['42', false],
    ['8%', false],
  ])('knows whether a fact holds the figure in "%s"', (answer, sourced) => {
    const issues = issuesOf({ faq: faq(entry('both.new', { answer })) });
    expect(issues.map(([place]) => place)).toEqual(sourced ? [] : ['faq/b.yaml 0.answer']);
  });

  it('takes figures from the facts of the entry only', () => {
    expect(issuesOf({ faq: faq(entry('both.new', { answer: 'In 2024.', facts: [] })) })).toHaveLength(1);
  });

  it('finds a phrasing that two entries claim, whatever its case and punctuation', () => {
    const claimed = variantsOf('both.new').with(3, 'Billing pay: PHRASING 7?');
    expect(issuesOf({ faq: faq(entry('both.new', { variants: claimed })) })).toEqual([
      ['faq/b.yaml 0.variants.3', expect.stringContaining('billing.pay')],
    ]);
  });

  it.each(COMMAND_IDS)('misses the command %s', (id) => {
    const others = chat(COMMAND_IDS.filter((other) => other !== id));
    expect(issuesOf({ chat: others })).toEqual([['chat.yaml ', expect.stringContaining(id)]]);
  });

  it('finds what does not fit in the guided advice', () => {
    const { questionnaire } = adviceFiles(['questionnaire', '[whatever]', '[whatever, night shift]']).files;
    expect(issuesOf({ questionnaire })).toEqual([
      ['questionnaire.yaml stages.0.questions.0.options.1', expect.stringContaining('"night shift"')],
    ]);
  });

  it.each(['facts', 'sources', 'chat', 'questionnaire', 'statements', 'result', 'roles'] as const)(
    'says nothing of what a broken %s file holds',
    (name) => {
      expect(issuesOf({ [name]: broken(FILES[name] as YamlFile<unknown>) })).toEqual([]);
    },
  );
});
