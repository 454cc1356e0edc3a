import { runLoad, type Load } from '../../bench/serverLoad';
import { talkOf } from '../../bench/serverTalks';
import { startBot, type RunningBot } from '../helpers/httpBot';

let bot: RunningBot;
const turnsOf = new Map<string, number>();
beforeAll(async () => {
  bot = await startBot({
    turn: async (context) => {
      const { id } = context.activity.conversation;
      turnsOf.set(id, (turnsOf.get(id) ?? 0) + 1);
      if (context.activity.text !== 'nothing')
        await context.sendActivities([{ text: 'one' }, { text: 'two' }]);
    },
  });
});
afterAll(() => bot.close());

describe('runLoad', () => {
  it.each(['expectReplies', 'connector'] as const)(
    'takes every turn and counts the replies, by %s',
    async (transport) => {
      turnsOf.clear();
      const load: Load = { urls: [bot.url], transport, talks: 3, turns: 50, name: `by ${transport}` };
      const { waits, replies, seconds } = await runLoad(load);
      expect(waits).toHaveLength(50);
      expect(replies).toBe(100);
      expect(seconds).toBeGreaterThan(0);
      expect(turnsOf.size).toBeGreaterThanOrEqual(3);
      expect([...turnsOf.values()].reduce((sum, turns) => sum + turns, 0)).toBe(50);
    },
  );

  it('fails where a turn is refused', async () => {
    const load: Load = {
      urls: [`${bot.url}/nowhere`],
      transport: 'connector',
      talks: 1,
      turns: 1,
      name: 'lost',
    };
    await expect(runLoad(load)).rejects.toThrow('status 404');
  });
});

describe('talkOf', () => {
  it('gives talks of 10 to 20 messages, the same each time and hardly one like another', () => {
    const talks = Array.from({ length: 100 }, (_, number) => talkOf(number));
    for (const talk of talks) {
      expect(talk.length).toBeGreaterThanOrEqual(10);
      expect(talk.length).toBeLessThanOrEqual(20);
      expect(talk.every((text) => text !== '')).toBe(true);
    }
    expect(talkOf(7)).toEqual(talks[7]);
    expect(new Set(talks.flat()).size).toBeGreaterThan(talks.flat().length / 2);
  });
});
