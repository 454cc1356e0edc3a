// The built bot killed, or stopped, with conversations under way: every acknowledged message is answered, and once.
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openChat } from '../helpers/directLineClient';
import { aTalker, expectAllAnswered } from '../helpers/talkers';

jest.setTimeout(180_000);

const PEOPLE = 8;
const KILLS = 2;

let bot: BotProcess;
beforeEach(async () => {
  bot = await startBotProcess({ CHATS_PER_MINUTE: '1000' });
});
afterEach(() => bot.close());

it.each([
  ['killed', () => bot.kill9()],
  ['stopped', () => bot.stop()],
])(
  `answers each message of ${PEOPLE} people once, and in order, though it is %s ${KILLS} times`,
  async (_, end) => {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => aTalker(bot.url)));
    for (let kill = 0; kill < KILLS; kill++) {
      let isOver = false;
      const talking = Promise.all(
        people.map(async (person) => {
          while (await person.say(() => isOver));
        }),
      );
      // Killed by what was said, not by the clock: somewhere in the middle of some turns.
      const goal = people[kill]!.acknowledged.length + 4;
      while (people[kill]!.acknowledged.length < goal) await new Promise((resolve) => setImmediate(resolve));
      await end();
      isOver = true;
      await talking;
      await bot.restart();
      for (const person of people) person.chat = await openChat(bot.url, person.chat.resume);
    }
    for (const person of people) await expectAllAnswered(person);
  },
);
