// `npm run check:knowledge` as an author runs it.
import { realMatcher } from '../helpers/trainedModel';
import { buildCommands, type BuiltCommands } from './builtCommands';

let commands: BuiltCommands;
beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands.remove());

const check = (KNOWLEDGE_DIR?: string) =>
  commands.run('cli/checkKnowledge', KNOWLEDGE_DIR === undefined ? {} : { env: { KNOWLEDGE_DIR } });

describe('checkKnowledge', () => {
  it('says in one line how much sound knowledge there is', async () => {
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^.* is sound: .*\n$/);
    expect(out).toContain(`${realMatcher().knowledge.entries.size} entries`);
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
