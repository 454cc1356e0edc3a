// Two instances of the server on one PostgreSQL, over real HTTP: whichever a call reaches, there is one bot.
import type { Activity } from 'botbuilder';
import { sql } from 'kysely';
import { WebSocket } from 'ws';
import { call, openChat, openStream, type Access, type Chat } from '../helpers/directLineClient';
import { startDirectLine, type DirectLineApp, type DirectLineAppOptions } from '../helpers/directLineApp';
import { aDirectMessage, repliesIn, startBot, type RunningBot } from '../helpers/httpBot';
import { gate } from '../helpers/httpGate';
import { startPostgres, type Postgres } from '../helpers/postgres';

jest.setTimeout(60_000);

let postgres: Postgres;
let DATABASE_URL: string;
const running: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
beforeEach(async () => {
  DATABASE_URL = await postgres.createDatabase();
});
afterEach(() => Promise.all(running.splice(0).map((each) => each.close())));
afterAll(() => postgres.close());

const closedAtEnd = <T extends { close(): Promise<void> }>(started: T): T => {
  running.push(started);
  return started;
};
const anInstance = async (options: DirectLineAppOptions = {}): Promise<DirectLineApp> =>
  closedAtEnd(await startDirectLine({ ...options, env: { DATABASE_URL } }));
const aBot = async (): Promise<RunningBot> => closedAtEnd(await startBot({ env: { DATABASE_URL } }));

/** The same chat as another instance serves it. */
function at(url: string, chat: Chat): Chat {
  const { hostname, port } = new URL(url);
  const elsewhere = (path: string, json?: object) =>
    call<{ id: string }>(url, `/conversations/${chat.conversationId}${path}`, { token: chat.token, json });
  return {
    ...chat,
    streamUrl: chat.streamUrl.replace(/\/\/[^/]+/, `//${hostname}:${port}`),
    post: (text, activity) => elsewhere('/activities', { type: 'message', text, ...activity }),
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('a conversation over two instances', () => {
  it('counts exactly 20 after 20 messages at once, each adding 1, in turn to one and the other', async () => {
    const bots = [await aBot(), await aBot()];
    const message = (): Partial<Activity> => aDirectMessage();
    const answers = await Promise.all(times(20, async (i) => repliesIn(await bots[i % 2]!.post(message()))));
    const counts = answers.flat().map((text) => Number(text?.split(':')[0]));
    expect(counts.sort((a, b) => a - b)).toEqual(times(20, (i) => i + 1));
    expect(await repliesIn(await bots[0]!.post(message()))).toEqual(['21: hello']);
  });

  it('does an activity once that reaches both', async () => {
    const bots = [await aBot(), await aBot()];
    const message = aDirectMessage();
    const answers = await Promise.all(times(6, async (i) => repliesIn(await bots[i % 2]!.post(message))));
    expect(answers.flat()).toEqual(['1: hello']);
  });

  it('shows on a stream of one what was said at the other, in one order', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    const chat = await openChat(a.url);
    const there = at(b.url, chat);
    const streams = [await openStream(chat.streamUrl), await openStream(there.streamUrl)];
    await Promise.all(times(20, (i) => (i % 2 ? chat : there).post(`${i}`)));
    const [first, second] = await Promise.all(streams.map((stream) => stream.texts(41)));
    expect(first).toEqual(second);
    const answers = first!.filter((text) => text.includes(':'));
    expect(answers.map((text) => Number(text.split(':')[0]))).toEqual(times(20, (i) => i + 1));
  });

  it('takes a message once that a client sends to both', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    const chat = await openChat(a.url);
    const there = at(b.url, chat);
    const again = { channelData: { clientActivityID: 'mine' } };
    const answers = await Promise.all([chat, there, chat, there].map((each) => each.post('hello', again)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await chat.texts(3)).toEqual(['welcome', 'hello', '1: hello']);
  });

  it('is opened at one with a token of the other, and with a ticket of it', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    const chat = await openChat(a.url);
    const refreshed = await call<Access>(b.url, '/tokens/refresh', { token: chat.token, method: 'POST' });
    expect(refreshed.status).toBe(200);
    const resumed = await openChat(b.url, chat.resume);
    expect(resumed).toMatchObject({ resumed: true, conversationId: chat.conversationId });
  });

  it('goes on at the other where one ends in the middle of a turn', async () => {
    const [held, begun] = [gate(), gate()];
    const stuck = await anInstance({
      turn: async ({ activity: { type } }) => {
        if (type !== 'message') return;
        begun.open();
        await held.passed;
        throw new Error('the process has ended by now');
      },
    });
    const chat = await openChat(stuck.url);
    await chat.post('hello');
    await begun.passed;
    const b = await anInstance();
    const there = at(b.url, chat);
    const stream = await openStream(there.streamUrl);
    // What the death of its process does: the lock goes, and it says no more.
    await stuck.db.destroy();
    await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`.execute(b.db);
    expect(await stream.texts(2)).toEqual(['hello', '1: hello']);
    expect(stream.socket.readyState).toBe(WebSocket.OPEN);
    held.open();
  });
});
