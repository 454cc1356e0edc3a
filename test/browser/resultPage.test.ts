// The printable result in a real browser: readable on a phone and at a desk, by day and by night, and for everyone.
import type { Browser } from 'playwright-core';
import { axeIn } from '../helpers/browser/axe';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openBrowser, openPerson } from '../helpers/browser/person';
import { aDirectMessage } from '../helpers/httpBot';

jest.setTimeout(60_000);

let bot: BotProcess;
let browser: Browser;
let link: string;

beforeAll(async () => {
  [bot, browser] = await Promise.all([startBotProcess(), openBrowser()]);
  for (const text of ['quiz me', '2', '4', '2', '2', '1', '1', '1', '1']) {
    await bot.post(aDirectMessage({ text }));
  }
  const replies = await bot.post(aDirectMessage({ text: 'send me a summary' }));
  // The link as Markdown: its text has signs escaped, its target has not.
  link = /\]\((http[^)]+\/results\/[\w-]+)\)/.exec(replies.map(({ text }) => text).join(' '))![1]!;
});
afterAll(async () => {
  await browser.close();
  await bot.close();
});

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

describe('the printable result', () => {
  it.each([
    ['a narrow phone by day', 'phone-light', PHONE, 'light'],
    ['a narrow phone by night', 'phone-dark', PHONE, 'dark'],
    ['a desk by day', 'desk-light', DESK, 'light'],
    ['a desk by night', 'desk-dark', DESK, 'dark'],
  ] as const)('is readable on %s', async (_where, name, viewport, colorScheme) => {
    const person = await openPerson(browser, { viewport, colorScheme });
    const { page } = person;
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    expect(await axeIn(page)).toEqual([]);
    expect(person.takeProblems()).toEqual([]);
    await person.picture(`result-${name}`);
    await person.leave();
  });

  it('is still there after the machine failed', async () => {
    await bot.kill9();
    await bot.restart();
    const person = await openPerson(browser);
    await person.page.goto(link);
    await person.page.getByText('You like talking with people on the phone').first().waitFor();
    expect(person.takeProblems()).toEqual([]);
    await person.leave();
  });
});
