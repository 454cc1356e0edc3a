// The pages on privacy and terms in a real browser: reached from the home page, and readable for everyone.
import type { Browser } from 'playwright-core';
import { axeIn } from '../helpers/browser/axe';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openBrowser, openPerson } from '../helpers/browser/person';

jest.setTimeout(60_000);

let bot: BotProcess;
let browser: Browser;

beforeAll(async () => {
  [bot, browser] = await Promise.all([startBotProcess(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await bot.close();
});

describe('the pages on privacy and terms', () => {
  it.each([
    ['a narrow phone by day', 'phone-light', { width: 320, height: 640 }, 'light'],
    ['a desk by night', 'desk-dark', { width: 1280, height: 800 }, 'dark'],
  ] as const)('lead to each other and are readable on %s', async (_where, name, viewport, colorScheme) => {
    const person = await openPerson(browser, { viewport, colorScheme });
    const { page } = person;
    await page.goto(`${bot.url}/privacy`);
    for (const [title, next] of [
      ['Privacy', 'Terms of use'],
      ['Terms of use', 'Privacy'],
    ] as const) {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
      expect(await axeIn(page)).toEqual([]);
      await person.picture(`${title}-${name}`);
      await page.getByRole('link', { name: next }).click();
    }
    expect(person.takeProblems()).toEqual([]);
    await person.leave();
  });

  it('are linked from the home page', async () => {
    const person = await openPerson(browser, { viewport: { width: 1280, height: 800 } });
    await person.page.goto(bot.url);
    await person.page.getByRole('link', { name: 'Privacy' }).click();
    await person.page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
    await person.leave();
  });
});
