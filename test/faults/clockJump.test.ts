// The whole bot as a process, while somebody sets its clock: nothing that was said is lost, and no link ends for good.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase, type Database } from '../../src/state/database';
import { createResultPageStore } from '../../src/state/resultPageStore';
import { buildCommands, type BuiltCommands, type Started } from '../cli/builtCommands';
import { openChat } from '../helpers/directLineClient';
import { aDirectMessage, repliesIn } from '../helpers/httpBot';

const DAY = 24 * 60 * 60 * 1000;
const PRELOADED = resolve('test/helpers/shiftedClock.cjs');

let commands: BuiltCommands;
let folder: string;
let main: Started;
let db: Database;
beforeAll(() => {
  commands = buildCommands();
  folder = mkdtempSync(join(tmpdir(), 'advisor-clock-'));
});
afterEach(() => main.child.kill('SIGKILL'));
afterAll(async () => {
  await db.destroy();
  commands.remove();
  rmSync(folder, { recursive: true });
});

/** In one step, as the bot reads the file whenever it asks what time it is. */
function shiftClock(milliseconds: number): void {
  writeFileSync(join(folder, 'new'), String(milliseconds));
  renameSync(join(folder, 'new'), join(folder, 'shift'));
}

it('loses nothing to a clock that jumps ahead, back again, and behind', async () => {
  shiftClock(0);
  const env = {
    LOG_LEVEL: 'info',
    NODE_OPTIONS: `--require ${PRELOADED}`,
    CLOCK_SHIFT_FILE: join(folder, 'shift'),
  };
  main = commands.start('main', { env });
  const out = await main.printed(/listens on http:\/\/[\w.:]+\d/);
  const url = /listens on (http:\/\/[\w.:]+\d)/.exec(out)![1]!;
  const say = async (text: string): Promise<string> => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...aDirectMessage({ text }), serviceUrl: undefined }),
    });
    return (await repliesIn(response)).join();
  };
  db = await openDatabase(commands.dataDir);
  const pages = createResultPageStore(db, Date.now);
  const { token } = await pages.keep('ann', [{ kind: 'paragraph', text: 'a result' }]);
  const statusOfPage = async (): Promise<number> => (await fetch(`${url}/results/${token}`)).status;
  const isSwept = async (name: string): Promise<boolean> =>
    !(await db.selectFrom('bot_state').select('key').where('key', '=', name).executeTakeFirst());
  const addOld = (key: string) =>
    db.insertInto('bot_state').values({ key, value: '{}', version: 1, updated_at: 0 }).execute();

  const chat = await openChat(url);
  await chat.post('help me choose');
  const begun = await chat.texts(4);
  await say('help me choose');
  await addOld('before the jump');
  while (!(await isSwept('before the jump')));

  shiftClock(60 * DAY);
  await main.printed(/the clock has jumped/);
  await addOld('after the jump');
  expect(await statusOfPage()).toBe(404);
  expect((await chat.post('high school')).status).toBe(403);
  expect(await say('high school')).toContain('Question 2');

  shiftClock(0);
  await main.printed(/the clock has jumped[^]*the clock has jumped/);
  expect(await statusOfPage()).toBe(200);
  expect((await chat.post('high school')).status).toBe(200);
  expect((await chat.texts(begun.length + 2)).slice(begun.length).join()).toContain('Question 2');
  expect(await isSwept('after the jump')).toBe(false);

  shiftClock(-60 * DAY);
  expect(await statusOfPage()).toBe(200);
  expect((await chat.post('back')).status).toBe(200);
  expect((await chat.texts(begun.length + 4)).slice(begun.length + 2).join()).toContain('Question 1');
  expect(await say('back')).toContain('Question 1');
  const another = await openChat(url);
  expect((await another.post('what does a coder do')).status).toBe(200);
  expect(await another.texts(3)).toHaveLength(3);
  main.child.kill('SIGTERM');
  expect(await main.ended).toMatchObject({ code: 0, err: '' });
});
