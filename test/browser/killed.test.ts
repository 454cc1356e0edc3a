// The built bot killed, or stopped, with conversations under way: every acknowledged message is answered, and once.
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openChat, type Chat } from '../helpers/directLineClient';
import type { Activity } from 'botbuilder';

jest.setTimeout(180_000);

const PEOPLE = 8;
const KILLS = 2;
const SAYS = [
  'what does a coder do',
  'and how much do they make?',
  'help me choose',
  'high school',
  'skip',
  'stop',
];

let bot: BotProcess;
beforeEach(async () => {
  bot = await startBotProcess({ CHATS_PER_MINUTE: '1000' });
});
afterEach(() => bot.close());

interface Person {
  chat: Chat;
  /** Of the messages that the bot has acknowledged. */
  readonly acknowledged: string[];
  said: number;
}

/** Talks until the bot is gone: each message again under its own id until it is acknowledged, as the widget does. */
async function talk(person: Person, until: () => boolean): Promise<void> {
  while (!until()) {
    const clientActivityID = `message ${person.said}`;
    try {
      const { status, body } = await person.chat.post(SAYS[person.said % SAYS.length]!, {
        channelData: { clientActivityID },
      });
      // The server is stopping.
      if (status === 503) return;
      expect(status).toBe(200);
      person.acknowledged.push(body.id);
      person.said += 1;
    } catch (error) {
      // The connection broke; whether the message arrived is not known.
      if (!(error as Error).message.includes('fetch failed')) throw error;
      return;
    }
  }
}

async function readAll({ chat }: Person): Promise<Activity[]> {
  const all: Activity[] = [];
  for (let watermark = ''; ;) {
    const page = await chat.read(watermark);
    if (page.activities.length === 0) return all;
    all.push(...page.activities);
    watermark = page.watermark;
  }
}

it.each([
  ['killed', () => bot.kill9()],
  ['stopped', () => bot.stop()],
])(
  `answers each message of ${PEOPLE} people once, and in order, though it is %s ${KILLS} times`,
  async (_, end) => {
    const people: Person[] = await Promise.all(
      Array.from({ length: PEOPLE }, async () => ({
        chat: await openChat(bot.url),
        acknowledged: [],
        said: 0,
      })),
    );
    for (let kill = 0; kill < KILLS; kill++) {
      let isOver = false;
      const talking = Promise.all(people.map((person) => talk(person, () => isOver)));
      // Killed by what was said, not by the clock: somewhere in the middle of some turns.
      const goal = people[kill]!.said + 4;
      while (people[kill]!.said < goal) await new Promise((resolve) => setImmediate(resolve));
      await end();
      isOver = true;
      await talking;
      await bot.restart();
      for (const person of people) person.chat = await openChat(bot.url, person.chat.resume);
    }
    for (const person of people) {
      const waiting = () =>
        readAll(person).then((all) =>
          person.acknowledged.some((id) => !all.some(({ replyToId }) => replyToId === id)),
        );
      while (await waiting());
      const all = await readAll(person);
      const ids = all.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const own = all.filter(({ from }) => from.role === 'user').map(({ id }) => id);
      // One more may have arrived whose acknowledgement was lost.
      expect(own.filter((id) => person.acknowledged.includes(id!))).toEqual([
        ...new Set(person.acknowledged),
      ]);
      const answered = all.filter(({ from }) => from.role === 'bot').map(({ replyToId }) => replyToId);
      expect([...new Set(answered)].slice(1)).toEqual(own);
      expect(all.some(({ text }) => /something went wrong/i.test(text ?? ''))).toBe(false);
    }
  },
);
