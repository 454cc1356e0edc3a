// What goes wrong between a person and the bot: the chat goes on by itself, and nothing is lost or doubled.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { chatPanelOn, type ChatPanel } from '../helpers/browser/chatPanel';
import { startCuttableProxy, type CuttableProxy } from '../helpers/browser/cuttableProxy';
import { openBrowser, openPerson, type Person } from '../helpers/browser/person';

jest.setTimeout(120_000);

let browser: Browser;
let bot: BotProcess;
let net: CuttableProxy;
let person: Person;
let panel: ChatPanel;

beforeAll(async () => {
  browser = await openBrowser();
  net = await startCuttableProxy(() => bot.url);
});
afterAll(async () => {
  await browser.close();
  await net.close();
});
beforeEach(async () => {
  bot = await startBotProcess({ PUBLIC_URL: net.url });
  person = await openPerson(browser);
  panel = chatPanelOn(person.page);
  await person.page.goto(`${net.url}/`);
  await panel.newest('chatbot about careers');
});
afterEach(async () => {
  await person.leave();
  await bot.close();
});

const notice = () => panel.chat.getByText('No connection right now');

/** What was said, in short, one after the other. */
async function talk(): Promise<string[]> {
  return (await panel.messages()).map((text) => text.slice(0, 24));
}

describe('the chat', () => {
  it('goes on in the middle of the advice when the server is killed and started again', async () => {
    await panel.say('help me choose');
    await panel.newest('Question 1 of');
    await panel.offers.nth(1).click();
    await panel.newest('Question 2 of');
    await bot.kill9();
    await panel.say('a full course');
    await notice().waitFor();
    await person.picture('no-connection');
    await panel.say('what is CPT?');
    await bot.restart();
    await panel.newest('Question 3 of');
    await notice().waitFor({ state: 'hidden' });
    const said = await panel.messages();
    expect(said.filter((text) => text.startsWith('you: '))).toEqual([
      'you: help me choose',
      'you: Diploma or GED',
      'you: a full course',
      'you: what is CPT?',
    ]);
    expect(said.filter((text) => /CPT.*Source/.test(text))).toHaveLength(1);
    expect(said.at(-1)).toContain('Question 3 of');
    await person.page.reload();
    await panel.newest('Question 3 of');
    expect(await panel.messages()).toEqual(said);
  });

  it('goes on when the network was away: what was typed is sent once, what was answered is shown once', async () => {
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
    await net.cut();
    await panel.say('what does a coder earn?');
    await notice().waitFor();
    await net.mend();
    await panel.newest('$50,250');
    await panel.say('and a biller?');
    await panel.newest('$47,170');
    expect(await talk()).toEqual([
      expect.stringMatching(/^bot: Hi/),
      'you: what is CPT?',
      expect.stringMatching(/^bot: /),
      'you: what does a coder e',
      expect.stringMatching(/^bot: The closest/),
      'you: and a biller?',
      expect.stringMatching(/^bot: The closest/),
    ]);
  });

  it('shows what was answered while the network was away', async () => {
    await panel.say('what is CPT?');
    await net.cut();
    await net.mend();
    await panel.newest(/CPT.*Source/s);
    expect(await talk()).toHaveLength(3);
  });

  it('gets a new token by itself where the old has expired', async () => {
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
    await bot.restart({
      NODE_OPTIONS: `--require ${join(__dirname, '../helpers/browser/clockAhead.cjs')}`,
      CLOCK_AHEAD_MS: String(31 * 60 * 1000),
    });
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
    expect(await talk()).toHaveLength(5);
    await person.page.reload();
    await panel.newest('$50,250');
    expect(await talk()).toHaveLength(5);
  });

  it('begins anew, and says so by its welcome, where the server has lost the conversation', async () => {
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
    await bot.kill9();
    for (const file of ['', '-wal', '-shm'])
      rmSync(join(bot.dataDir, `career-advisor.db${file}`), { force: true });
    await bot.restart();
    await panel.newest('chatbot about careers');
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
  });

  it('sends what was typed without a network, once, though the page was loaded again meanwhile', async () => {
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
    await net.cut();
    await panel.say('what does a coder earn?');
    await panel.say('and a biller?');
    await person.page.goto('about:blank');
    await net.mend();
    await person.page.goto(`${net.url}/`);
    await panel.newest('$47,170');
    const own = (await panel.messages()).filter((text) => text.startsWith('you: '));
    expect(own).toEqual(['you: what is CPT?', 'you: what does a coder earn?', 'you: and a biller?']);
    await person.page.reload();
    await panel.newest('$47,170');
    expect(await talk()).toHaveLength(7);
  });

  it('begins the new chat that was asked for, also where another tab keeps the old one meanwhile', async () => {
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
    const frame = await panel.frame();
    const kept = await frame.evaluate('JSON.stringify(localStorage)');
    await net.cut();
    await panel.chat.getByRole('button', { name: 'New chat' }).click();
    await panel.chat.getByRole('button', { name: 'Start a new chat' }).click();
    await panel.chat.locator('[aria-roledescription="message"]').first().waitFor({ state: 'detached' });
    await frame.evaluate(`Object.assign(localStorage, ${String(kept)})`);
    await net.mend();
    await panel.newest('chatbot about careers');
    await person.page.reload();
    await panel.newest('chatbot about careers');
    expect(await talk()).toHaveLength(1);
  });

  it('loses nothing where the network comes and goes all the time', async () => {
    const questions = ['what is CPT?', 'what does a coder earn?', 'what does a biller do?', 'is it hard?'];
    for (const question of questions) {
      await net.cut();
      await panel.say(question);
      await net.mend();
      await panel.chat.locator('[data-state=online]').waitFor({ state: 'attached' });
    }
    await panel.chat
      .locator('[aria-roledescription="message"]')
      .nth(2 * questions.length)
      .waitFor();
    const said = await panel.messages();
    expect(said.filter((text) => text.startsWith('you: '))).toEqual(questions.map((text) => `you: ${text}`));
    expect(said).toHaveLength(1 + 2 * questions.length);
  });
});
