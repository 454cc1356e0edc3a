// Two built bots on one PostgreSQL behind a balancer, as deploy/ has them: what an instance or the database that fails costs
// the people who talk on meanwhile.
import { startBalancer, type Balancer } from '../helpers/balancer';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { startPostgres, type Postgres } from '../helpers/postgres';
import { aTalker, expectAllAnswered, type Talker } from '../helpers/talkers';

jest.setTimeout(120_000);

const PEOPLE = 8;

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
    while (people.some(({ acknowledged }, at) => acknowledged.length < goals[at]!))
      await new Promise((resolve) => setImmediate(resolve));
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
    expect(people.some(({ refusals }) => refusals.includes(503))).toBe(true);
    expect(bots.map(({ pid }) => pid)).toEqual(pids);
  });
});
