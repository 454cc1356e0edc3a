// Two built bots on one PostgreSQL behind a balancer, as deploy/ has them: what an instance or the database that fails, or is
// started anew, costs the people who talk on meanwhile.
import type { Activity } from 'botbuilder';
import { startBalancer, type Balancer } from '../helpers/balancer';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { call, openChat, openStream, type Access, type Chat, type Stream } from '../helpers/directLineClient';
import { startPostgres, type Postgres } from '../helpers/postgres';
import { aTalker, expectAllAnswered, expectNothingDoneTwice, type Talker } from '../helpers/talkers';

jest.setTimeout(120_000);

const PEOPLE = 8;
/** Those who talk while instances are restarted; they open streams too. */
const CROWD = 3;
/** Of one conversation; a person then begins another, as more than 60 in a minute are refused. */
const MESSAGES = 12;
/** Of all people together, between two steps of the operator. */
const MEANWHILE = 15;
const SAYS = ['what does a coder do', 'and how much do they make?', 'help me choose', 'high school', 'stop'];

let postgres: Postgres;
let bots: readonly BotProcess[];
let balancer: Balancer;

beforeAll(async () => {
  postgres = await startPostgres();
  const DATABASE_URL = await postgres.createDatabase();
  const env = { DATABASE_URL, PROXY_HOPS: '1', CHATS_PER_MINUTE: '1000' };
  bots = await Promise.all([startBotProcess(env), startBotProcess(env)]);
  balancer = await startBalancer(bots.map(({ url }) => url));
});
afterAll(async () => {
  await balancer.close();
  await Promise.all(bots.map((bot) => bot.close()));
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

const aCrowd = (): Promise<Talker[]> =>
  Promise.all(Array.from({ length: PEOPLE }, () => aTalker(balancer.url)));

/** Lets all talk while something happens to the bots: from `lead` messages of each before until so many after. */
async function talkDuring(
  people: readonly Talker[],
  happening: () => Promise<void>,
  lead = 3,
): Promise<void> {
  let isOver = false;
  const talking = Promise.all(people.map((person) => person.talk(() => isOver)));
  const moreOf = async (count: number): Promise<void> => {
    const goals = people.map(({ acknowledged }) => acknowledged.length + count);
    // Who is refused rejects, and with that the wait.
    while (people.some(({ acknowledged }, at) => acknowledged.length < goals[at]!))
      await Promise.race([talking, new Promise((resolve) => setImmediate(resolve))]);
  };
  await moreOf(lead);
  await happening();
  await moreOf(lead);
  isOver = true;
  await talking;
}

describe('two instances behind a balancer', () => {
  it('answer every message once though one is killed in the middle of turns, and does not come back', async () => {
    const people = await aCrowd();
    await talkDuring(people, () => bots[0]!.kill9());
    for (const person of people) await expectAllAnswered(person);
    await expectNothingDoneTwice(people, balancer.url);
    await bots[0]!.restart();
  });

  it('say plainly that nothing can be stored while PostgreSQL is away, and go on by themselves', async () => {
    const people = await aCrowd();
    const pids = bots.map(({ pid }) => pid);
    const refused = await aTalker(balancer.url);
    await talkDuring(people, async () => {
      await postgres.stop();
      const { status, body } = await refused.chat.post('hello');
      expect([status, body.error?.code]).toEqual([503, 'storage-unavailable']);
      const told = await bots[0]!.post({
        type: 'message',
        id: 'while it is away',
        channelId: 'test',
        deliveryMode: 'expectReplies',
        conversation: { id: 'somebody' } as never,
        from: { id: 'somebody', name: '' },
        recipient: { id: 'bot', name: '' },
        text: 'what does a coder do',
      });
      expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/went wrong/)]);
      await postgres.start();
    });
    for (const person of people) await expectAllAnswered(person);
    await expectNothingDoneTwice(people, balancer.url);
    expect(people.some(({ refusals }) => refusals.includes(503))).toBe(true);
    expect(bots.map(({ pid }) => pid)).toEqual(pids);
  });

  it('lose no request and answer each message once while every one is restarted in turn', async () => {
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
    const talking = Promise.all(Array.from({ length: CROWD }, talk));
    /** Rejects as soon as anybody has met a failure. */
    const meanwhile = async (): Promise<void> => {
      const goal = acknowledged + MEANWHILE;
      while (acknowledged < goal)
        await Promise.race([talking, new Promise((resolve) => setTimeout(resolve, 10))]);
    };

    for (const bot of bots) {
      await meanwhile();
      expect(await Promise.race([bot.stop(), talking])).toBe(0);
      await bot.restart();
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
});
