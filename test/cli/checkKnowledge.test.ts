// `npm run check:knowledge` as an author runs it.
import { loadKnowledge } from '../../src/knowledge/load';
import { realMatcher } from '../helpers/trainedModel';
import { buildCommands, type BuiltCommands } from './builtCommands';

const HARD = `${'Institutional documentation necessitates '.repeat(10)}consideration.`;

let commands: BuiltCommands;
beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands.remove());

const check = (KNOWLEDGE_DIR?: string) =>
  commands.run('cli/checkKnowledge', KNOWLEDGE_DIR === undefined ? {} : { env: { KNOWLEDGE_DIR } });

describe('checkKnowledge', () => {
  it('says in one line how much sound knowledge there is, then how hard it is to read', async () => {
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [sound, level, ...hardest] = out.trimEnd().split('\n');
    expect(sound).toMatch(/ is sound: .*\.$/);
    expect(sound).toContain(`${realMatcher().knowledge.entries.size} entries`);
    expect(level).toMatch(/^Reading level: grade \d\.\d over \d+ sentences, at most 8\./);
    expect(hardest).toHaveLength(10);
    expect(hardest).toEqual(
      hardest.map(() => expect.stringMatching(/^ +\d+\.\d {2}[\w/]+\.yaml:\d+ \w+ .*$/) as unknown),
    );
  });

  it('refuses a text that is too hard, with its line; the bot starts all the same', async () => {
    const folder = commands.knowledgeWith({
      'safety.yaml': (text) => text.replace('  reply: >-\n', `  reply: >-\n    ${HARD}\n`),
    });
    const { code, out, err } = await check(folder);
    expect(code).toBe(1);
    expect(out).toContain('is sound');
    expect(err).toMatch(
      /^safety\.yaml:\d+ safety despair reply: grade \d+(\.\d)?, at most 9: .*shorter words$/m,
    );
    expect(() => loadKnowledge(folder)).not.toThrow();
  });

  it('names every mistake of every file with its line, and exits 1', async () => {
    const { code, out, err } = await check(
      commands.knowledgeWith({
        'roles.yaml': (text) => text.replace('id: coding', 'id: codign'),
        'phrases.yaml': (text) => text.replace('{number}', '{nummer}'),
        'faq/pay.yaml': (text) => text.replace('- id: billing.pay', '- id: billing.pay\n  color: red'),
      }),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const lines = err.trimEnd().split('\n');
    expect(lines).toEqual(lines.map(() => expect.stringMatching(/^[\w/]+\.yaml:\d+ .*: /) as unknown));
    expect(lines.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['faq/pay.yaml', 'phrases.yaml', 'roles.yaml']),
    );
  });

  it('says so when the folder is not there', async () => {
    const { code, out, err } = await check('nowhere');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^nowhere.*KNOWLEDGE_DIR.*\n$/);
  });
});
