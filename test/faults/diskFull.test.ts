// A disk without room, for the whole bot as a process: none of its files may grow, as prlimit has it, and then they may.
import { spawnSync } from 'node:child_process';
import { buildCommands, type BuiltCommands, type Started } from '../cli/builtCommands';
import { aDirectMessage, repliesIn } from '../helpers/httpBot';
import { openChat } from '../helpers/directLineClient';
import { realMatcher } from '../helpers/trainedModel';

let commands: BuiltCommands;
let main: Started;
beforeAll(() => {
  commands = buildCommands();
});
afterEach(() => main.child.kill('SIGKILL'));
afterAll(() => commands.remove());

/** In util-linux, so on every Linux but the smallest. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

/** @param bytes how large a file may be that the process writes to */
function limitFiles(bytes: string): void {
  const { status } = spawnSync('prlimit', ['--pid', String(main.child.pid), `--fsize=${bytes}:unlimited`]);
  expect(status).toBe(0);
}

(canLimit ? it : it.skip)(
  'says plainly that it cannot store, acknowledges nothing that it could not, and recovers by itself',
  async () => {
    main = commands.start('main', { env: { LOG_LEVEL: 'info' } });
    const out = await main.printed(/listens on http:\/\/[\w.:]+\d/);
    const url = /listens on (http:\/\/[\w.:]+\d)/.exec(out)![1]!;
    const say = (text: string): Promise<Response> =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...aDirectMessage({ text }), serviceUrl: undefined }),
      });
    const { knowledge } = realMatcher();
    const chat = await openChat(url);
    await chat.post('help me choose');
    const before = await chat.texts(4);
    await say('help me choose');

    limitFiles('0');
    const refused = await chat.post('high school');
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'storage-unavailable' } } });
    expect(refused.headers.get('Retry-After')).toBe('5');
    const told = await repliesIn(await say('high school'));
    expect(told.at(-1)).toBe(knowledge.phrases.error);
    // What is stored can still be read.
    expect((await chat.read()).activities.map(({ text }) => text)).toEqual(before);

    limitFiles('unlimited');
    const answered = await repliesIn(await say('high school'));
    expect(answered.join()).not.toContain(knowledge.phrases.error);
    // The advice stands where it stood: it notes the answer, and asks on.
    expect(answered.join()).toContain('Question 2');
    expect((await chat.post('high school')).status).toBe(200);
    const after = await chat.texts(before.length + 2);
    expect(after.slice(0, before.length + 1)).toEqual([...before, 'high school']);
    expect(after.slice(before.length + 1).join()).toContain('Question 2');
    main.child.kill('SIGTERM');
    expect(await main.ended).toMatchObject({ code: 0, err: '' });
  },
);
