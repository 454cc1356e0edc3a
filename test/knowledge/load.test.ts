import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { KnowledgeError, type KnowledgeIssue } from '../../src/errors';
import { loadKnowledge } from '../../src/knowledge/load';
import { copyKnowledge, type Changes, type KnowledgeFolder } from '../helpers/knowledgeFolder';
import { KNOWLEDGE_DIR, realMatcher } from '../helpers/trainedModel';

interface StatementsFile {
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly asides: readonly string[];
}

const folders: KnowledgeFolder[] = [];
const copy = (changes?: Changes): KnowledgeFolder => {
  const folder = copyKnowledge(changes);
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(({ remove }) => remove()));

function issuesOf(path: string): readonly KnowledgeIssue[] {
  try {
    loadKnowledge(path);
  } catch (error) {
    if (error instanceof KnowledgeError) return error.issues;
    throw error;
  }
  return [];
}

/** An entry as an author would add it at the end of a file. */
const entry = (id: string, given: object) =>
  `\n${stringify([
    {
      id,
      question: `${id}?`,
      answer: 'It depends.',
      facts: [],
      related: ['both.demand'],
      variants: Array.from({ length: 20 }, (_, at) => `${id} phrasing ${at}`),
      ...given,
    },
  ])}`;

describe('loadKnowledge', () => {
  it('reports every mistake of every file at once, with file, line and remedy', () => {
    const taken = realMatcher().knowledge.entries.get('billing.pay' as never)!.variants[0]!;
    const folder = copy({
      'sources.yaml': (text) => `${text}\nbroken: "never closed\n`,
      'roles.yaml': () => undefined,
      'phrases.yaml': (text) => text.replace('{role}', 'the role'),
      'chat.yaml': (text) => `${text}\n- id: chat.few\n  answer: Few.\n  variants: [only one]\n`,
      'questionnaire.yaml': (text) => text.replace(/label: .*/, 'label: a label of more than twenty'),
      'faq/pay.yaml': (text) => text.replace('facts: [', 'facts: [NO-SUCH-FACT, '),
      'faq/fit.yaml': (text) => text.replace('related: [', 'related: [billing.nothing, '),
      'faq/jobs.yaml': (text) =>
        text +
        entry('both.copied', {
          variants: [...Array(20).keys()].map((at) => (at ? `copy ${at}` : `${taken}!`)),
        }),
      'faq/training.yaml': (text) => text + entry('both.figure', { answer: 'It takes 4711 days.' }),
      'statements.yaml': (text) => text.replace('asides:', 'other:'),
      'result.yaml': (text) => text.replace('intro: ', 'intro: In 1812, '),
      'faq/work.yaml': (text) => text + entry('both.endless', { answer: 'word '.repeat(91) }),
    });
    const found = issuesOf(folder.path).map(({ file, line, message }) => [file, line, message]);

    const line = (file: string, needle: string) => [file, folder.lineOf(file, needle)];
    expect(found).toHaveLength(13);
    expect(found).toEqual(
      expect.arrayContaining([
        ['sources.yaml', expect.any(Number), expect.stringMatching(/not valid YAML.*quote/s)],
        ['roles.yaml', 1, expect.stringContaining('missing')],
        [...line('phrases.yaml', 'the role'), expect.stringContaining('must be: role')],
        [...line('chat.yaml', 'only one'), expect.stringContaining('at least 20')],
        [...line('questionnaire.yaml', 'more than twenty'), expect.stringContaining('at most 20')],
        [...line('faq/pay.yaml', 'NO-SUCH-FACT'), expect.stringContaining('NO-SUCH-FACT')],
        [...line('faq/fit.yaml', 'billing.nothing'), expect.stringContaining('billing.nothing')],
        [...line('faq/pay.yaml', `- ${taken}`), expect.stringContaining('both.copied')],
        [...line('faq/training.yaml', '4711'), expect.stringContaining('4711')],
        [...line('faq/work.yaml', 'word word'), expect.stringContaining('at most 90')],
        ['statements.yaml', 1, expect.stringContaining('other')],
        ['statements.yaml', expect.any(Number), expect.stringContaining('list of texts')],
        [...line('result.yaml', 'In 1812'), expect.stringContaining('1812 is in none')],
      ]),
    );
  });

  it('says all of it in its message, a line for each, as "file:line path: message"', () => {
    const error = new KnowledgeError([
      { file: 'faq/pay.yaml', line: 12, path: '0.answer', message: 'shorten' },
      { file: 'chat.yaml', line: 1, path: '', message: 'missing' },
    ]);
    expect(error.message).toBe('faq/pay.yaml:12 0.answer: shorten\nchat.yaml:1: missing');
  });

  it('reports one broken file once, and not what others say about it', () => {
    const folder = copy({ 'faq/pay.yaml': (text) => text.replace('\n- id:', '\n- id: *') });
    const issues = issuesOf(folder.path);
    expect(new Set(issues.map(({ file }) => file))).toEqual(new Set(['faq/pay.yaml']));
  });

  it('names a folder that is not there', () => {
    const empty = mkdtempSync(join(tmpdir(), 'career-advisor-empty-'));
    const issues = issuesOf(empty);
    rmSync(empty, { recursive: true });
    expect(issues).toHaveLength(1);
    expect(issues[0]?.file).toBe(join(empty, 'faq'));
    expect(issues[0]?.message).toContain('KNOWLEDGE_DIR');
  });

  it('names everything that relates to an entry that is gone', () => {
    const messages = issuesOf(copy({ 'faq/pay.yaml': () => undefined }).path).map(({ message }) => message);
    expect(messages).not.toHaveLength(0);
    for (const message of messages) expect(message).toMatch(/there is no entry \S+ to relate to/);
  });
});

describe('the version of the knowledge', () => {
  const versionOf = (changes?: Changes) => loadKnowledge(copy(changes).path).version;
  const { version } = loadKnowledge(KNOWLEDGE_DIR);

  it('is the same for the same files, wherever they are', () => expect(versionOf()).toBe(version));

  it.each([
    'phrases.yaml',
    'widget.yaml',
    'policies.yaml',
    'teams.yaml',
    'safety.yaml',
    'facts.yaml',
    'faq/work.yaml',
    'background.yaml',
    'questionnaire.yaml',
    'statements.yaml',
    'result.yaml',
  ])('changes with %s', (name) =>
    expect(versionOf({ [name]: (text) => `${text}\n# one more line\n` })).not.toBe(version),
  );
});

describe('the loaded knowledge', () => {
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);

  it('is frozen to its depth', () => {
    const thawed: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (value instanceof Map) value.forEach((each, key) => visit(each, `${path}.${String(key)}`));
      else {
        if (!Object.isFrozen(value)) thawed.push(path);
        for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`);
      }
    };
    visit(knowledge, 'knowledge');
    expect(thawed).toEqual([]);
  });

  it('joins facts and sources to the entries that rest on them', () => {
    const facts = [...knowledge.entries.values()].flatMap((each) => each.facts);
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) {
      expect(fact).toBe(knowledge.facts.get(fact.id));
      expect(fact.source).toBe(knowledge.sources.get(fact.source.id));
    }
  });

  it('has every statement with its question and option', () => {
    const { answers, asides } = parse(
      readFileSync(join(KNOWLEDGE_DIR, 'statements.yaml'), 'utf8'),
    ) as StatementsFile;
    const groups = Object.entries(answers).flatMap(([question, options]) =>
      Object.entries(options).map(([option, says]) => ({ question, option, says })),
    );
    expect(groups.length).toBeGreaterThan(30);
    expect(knowledge.statements).toEqual({ answers: groups, asides });
  });

  it('has the questionnaire and the guide to the result as they were written', () => {
    for (const name of ['questionnaire', 'result'] as const)
      expect(knowledge[name]).toEqual(parse(readFileSync(join(KNOWLEDGE_DIR, `${name}.yaml`), 'utf8')));
  });

  it('reads role and topic of an entry from its id', () => {
    for (const { id, role, topic } of knowledge.entries.values()) expect(`${role}.${topic}`).toBe(id);
  });
});
