// The whole bot as a process, nothing in it replaced. How the process behaves in every case: test/hosting/main.test.ts.
import { faqId } from '../helpers/builders';
import { aDirectMessage, repliesIn } from '../helpers/httpBot';
import { realMatcher } from '../helpers/trainedModel';
import { buildCommands, type BuiltCommands } from './builtCommands';

let commands: BuiltCommands;
beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands.remove());

describe('main', () => {
  it('starts without training, answers a message, and exits 0 on SIGTERM', async () => {
    const main = commands.start('main', { env: { LOG_LEVEL: 'info' } });
    const out = await main.printed(/listens on http:\/\/[\w.:]+\d/);
    const url = /listens on (http:\/\/[\w.:]+\d)/.exec(out)![1]!;
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...aDirectMessage({ text: 'what does a coder do' }), serviceUrl: undefined }),
    });
    const { knowledge } = realMatcher();
    const duties = knowledge.entries.get(faqId('coding.duties'))!;
    expect((await repliesIn(response))[0]).toContain(duties.answer);
    main.child.kill('SIGTERM');
    const ended = await main.ended;
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).not.toMatch(/training/);
  });

  it.each([
    ['PORT', 'eighty', /^PORT is "eighty": .*\n$/],
    ['KNOWLEDGE_DIR', 'nowhere', /^nowhere.*KNOWLEDGE_DIR.*\n$/],
  ])('says in one line what is wrong with %s=%s, and exits 1', async (name, value, line) => {
    const { code, out, err } = await commands.run('main', { env: { [name]: value } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(line);
  });
});
