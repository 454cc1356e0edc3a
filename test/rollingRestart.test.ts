// Two processes of the bot on one PostgreSQL, behind a balancer: each is stopped and started anew while people talk, and
// nobody notices.
import type { Activity } from 'botbuilder';
import { buildCommands, type BuiltCommands, type Started } from './cli/builtCommands';
import { startBalancer, type Balancer } from './helpers/balancer';
import { call, openChat, openStream, type Access, type Chat, type Stream } from './helpers/directLineClient';
import { startPostgres, type Postgres } from './helpers/postgres';

// Four starts of the bot; each is a second or two, and several where the machine is busy.
jest.setTimeout(120_000);

const PEOPLE = 3;
/** Of one conversation; a person then begins another, as more than 60 in a minute are refused. */
const MESSAGES = 12;
/** Of all people together, between two steps of the operator. */
const MEANWHILE = 30;
const SAYS = ['what does a coder do', 'and how much do they make?', 'help me choose', 'high school', 'stop'];

let commands: BuiltCommands;
let postgres: Postgres;
let databaseUrl: string;
let balancer: Balancer;
const bots: Instance[] = [];

interface Instance {
  readonly process: Started;
  readonly url: string;
}

async function startInstance(port: string): Promise<Instance> {
  const env = { PORT: port, DATABASE_URL: databaseUrl, PROXY_HOPS: '1', CHATS_PER_MINUTE: '100000' };
  const process = commands.start('main', { env: { ...env, LOG_LEVEL: 'warn' } });
  const out = await process.printed(/listens on http:\/\/[\w.:]+\d/);
  return { process, url: /listens on (http:\/\/[\w.:]+\d)/.exec(out)![1]! };
}

beforeAll(async () => {
  commands = buildCommands();
  postgres = await startPostgres();
  databaseUrl = await postgres.createDatabase();
  bots.push(...(await Promise.all([startInstance('0'), startInstance('0')])));
  balancer = await startBalancer(bots.map(({ url }) => url));
});
afterAll(async () => {
  await balancer.close();
  bots.forEach(({ process }) => process.child.kill('SIGTERM'));
  await Promise.all(bots.map(({ process }) => process.ended));
  commands.remove();
  await postgres.close();
});

/** A conversation as the chat in the browser has it: news by WebSocket, opened anew where it ends. */
async function converse(say: (chat: Chat) => Promise<string | undefined>): Promise<Chat> {
  const chat = await openChat(balancer.url);
  let stream: Stream = await openStream(chat.streamUrl);
  const isAnswered = (id: string): boolean =>
    stream.frames.some(({ activities }) => activities.some(({ replyToId }) => replyToId === id));
  for (let id = await say(chat); id !== undefined; id = await say(chat)) {
    while (!isAnswered(id)) {
      if (stream.socket.readyState === stream.socket.OPEN) await change(stream);
      else stream = await openStream(await streamOf(chat));
    }
  }
  if (stream.socket.readyState !== stream.socket.CLOSED) await stream.close();
  return chat;
}

/** Resolves when something comes, or the end. */
const change = ({ socket }: Stream): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      socket.off('message', done).off('close', done);
      resolve();
    };
    socket.on('message', done).on('close', done);
  });

/** From the beginning again. */
async function streamOf({ conversationId, token }: Chat): Promise<string> {
  const { body } = await call<Access>(balancer.url, `/conversations/${conversationId}`, { token });
  return body.streamUrl;
}

const isBy =
  (role: string) =>
  ({ from }: Activity): boolean =>
    from.role === role;

it('loses no request and answers each message once while every instance is restarted in turn', async () => {
  let acknowledged = 0;
  let isOver = false;
  const chats: { readonly chat: Chat; readonly ids: readonly string[] }[] = [];

  async function talk(): Promise<void> {
    while (!isOver) {
      const ids: string[] = [];
      const chat = await converse(async (begun) => {
        if (ids.length === MESSAGES) return undefined;
        const answer = await begun.post(SAYS[ids.length % SAYS.length]!, {
          channelData: { clientActivityID: `message ${ids.length}` },
        });
        expect(answer.status).toBe(200);
        ids.push(answer.body.id);
        acknowledged += 1;
        return answer.body.id;
      });
      chats.push({ chat, ids });
    }
  }
  const talking = Promise.all(Array.from({ length: PEOPLE }, talk));
  /** Rejects as soon as anybody has met a failure. */
  const meanwhile = async (): Promise<void> => {
    const goal = acknowledged + MEANWHILE;
    while (acknowledged < goal)
      await Promise.race([talking, new Promise((resolve) => setTimeout(resolve, 10))]);
  };

  for (const [at, { process, url }] of [...bots.entries()]) {
    await meanwhile();
    process.child.kill('SIGTERM');
    expect(await Promise.race([process.ended, talking])).toMatchObject({ code: 0 });
    bots[at] = await startInstance(new URL(url).port);
  }
  await meanwhile();
  isOver = true;
  await talking;

  expect(chats.flatMap(({ ids }) => ids).length).toBeGreaterThanOrEqual(3 * MEANWHILE);
  for (const { chat, ids } of chats) {
    const { activities } = await chat.read();
    const all = activities.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(activities.filter(isBy('user')).map(({ id }) => id)).toEqual(ids);
    // Each once and in order; the welcome answers none.
    const answered = activities.filter(isBy('bot')).map(({ replyToId }) => replyToId);
    expect([...new Set(answered)].slice(1)).toEqual(ids);
    expect(activities.some(({ text }) => /something went wrong/i.test(text ?? ''))).toBe(false);
  }
});
