// The bot in Microsoft's Agents Playground, a page that behaves as Teams does: what people there meet.
import type { Browser } from 'playwright-core';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openBrowser, openPerson, type Person } from '../helpers/browser/person';
import { playgroundPageOn, type PlaygroundPage } from '../helpers/browser/playgroundPage';
import { startPlayground, type PlaygroundProcess } from '../helpers/browser/playgroundProcess';

jest.setTimeout(120_000);

const WELCOME = 'chatbot about careers';
const RESULT = 'Why it may fit you';
const SCREEN = { viewport: { width: 1280, height: 900 } };

let browser: Browser;
let bot: BotProcess;
let playground: PlaygroundProcess;
let person: Person;
let teams: PlaygroundPage;

beforeAll(async () => {
  [browser, bot] = await Promise.all([openBrowser(), startBotProcess()]);
});
afterAll(async () => {
  await browser.close();
  await bot.close();
});
beforeEach(async () => {
  playground = await startPlayground(bot.url);
  person = await openPerson(browser, SCREEN);
  teams = playgroundPageOn(person.page);
  await teams.open(playground.url);
  await teams.newest(WELCOME);
});
afterEach(async () => {
  expect(person.takeProblems()).toEqual([]);
  await person.leave();
  await playground.close();
});

describe('a personal chat', () => {
  it('welcomes once, though an installation and an arrival come, and answers with the sources', async () => {
    await teams.say('what does a coder earn?');
    await teams.newest('$50,250');
    await teams.newest('BLS');
    await teams.say('what about billers?');
    await teams.newest('$47,170');
    expect((await teams.messages()).map((text) => text.slice(0, 12))).toEqual([
      "bot: Hi, I'm",
      'me: what doe',
      'bot: The clo',
      'me: what abo',
      'bot: The clo',
    ]);
    await person.picture('teams-personal');
  });

  it('leads people who type to a result', async () => {
    await teams.say('help me choose');
    let asked = 0;
    for (;;) {
      await teams.newest(new RegExp(`Question ${asked + 1} of|${RESULT}`));
      if ((await teams.messages()).at(-1)!.includes(RESULT)) break;
      await teams.say('1');
      asked += 1;
    }
    expect(asked).toBeGreaterThanOrEqual(6);
    await person.picture('teams-result');
  });
});
