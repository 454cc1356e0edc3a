// The chat as people use it: on the bot's own page, by mouse, by keys, in two tabs, by two people.
import type { Browser } from 'playwright-core';
import { chatPanelOn, type ChatPanel } from '../helpers/browser/chatPanel';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openBrowser, openPerson, type Person } from '../helpers/browser/person';

jest.setTimeout(120_000);

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };
const QUESTION = /Question (\d+) of/;

let browser: Browser;
let bot: BotProcess;
let person: Person;
let panel: ChatPanel;

beforeAll(async () => {
  [browser, bot] = await Promise.all([openBrowser(), startBotProcess()]);
});
afterAll(async () => {
  await browser.close();
  await bot.close();
});
beforeEach(async () => {
  await visit();
});
afterEach(async () => {
  expect(person.takeProblems()).toEqual([]);
  await person.leave();
});

async function visit(options = {}): Promise<void> {
  person = await openPerson(browser, options);
  panel = chatPanelOn(person.page);
  await person.page.goto(`${bot.url}/`);
  await panel.newest('chatbot about careers');
}

describe('a first visit', () => {
  it('meets the open chat with its welcome, gets an answer with sources, and a follow-up understood', async () => {
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
    const source = panel.chat.getByRole('link', { name: /BLS/ }).last();
    expect(await source.getAttribute('href')).toMatch(/^https:\/\/www\.bls\.gov\//);
    expect(await source.getAttribute('target')).toBe('_blank');
    expect(await source.getAttribute('rel')).toMatch(/noopener.*noreferrer/);
    await panel.say('what about billers?');
    await panel.newest('$47,170');
    expect((await panel.messages()).map((text) => text.slice(0, 12))).toEqual([
      'bot: Hi, I’m',
      'you: what do',
      'bot: The clo',
      'you: what ab',
      'bot: The clo',
    ]);
    await person.picture('answers');
  });

  it('shows how to embed the chat, with the address it was opened under', async () => {
    const snippet = await person.page.getByRole('group', { name: /copy/i }).innerText();
    expect(snippet).toBe(`<script src="${bot.url}/widget.js" defer></script>`);
  });

  it('takes what people write for text, never for markup of ours', async () => {
    const frame = await panel.frame();
    await panel.say('<img src=x onerror="document.title=1"> **what** [is](https://evil.example) CPT?');
    await panel.newest(/CPT|know/);
    expect(await frame.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
    expect(await panel.chat.getByRole('link', { name: 'is' }).count()).toBe(0);
    expect((await panel.messages())[1]).toContain('**what** [is](https://evil.example)');
  });

  it('shows no words of a stranger who wrote the link to the page of the chat itself', async () => {
    const { page } = await openPerson(browser);
    await page.goto(`${bot.url}/widget/chat#name=Your%20bank&greeting=Call%20555-0100`);
    await page.getByText('chatbot about careers').first().waitFor();
    expect(await page.title()).toBe('Chat: Career advisor');
    expect(await page.getByText(/Your bank|555-0100/).count()).toBe(0);
    await page.context().close();
  });
});

describe('typeahead', () => {
  it('suggests questions for what was typed with a slip, and sends the one that is picked by keys', async () => {
    await panel.box.pressSequentially('how much do codrs ea');
    const option = panel.chat.getByRole('option', { name: 'How much does a medical coder earn?' });
    await option.waitFor();
    await panel.chat
      .getByRole('status')
      .filter({ hasText: /suggested question/ })
      .waitFor();
    await person.picture('typeahead');
    for (let at = 0; at < 5 && (await option.getAttribute('aria-selected')) !== 'true'; at++)
      await panel.box.press('ArrowDown');
    expect(await panel.box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await panel.box.press('Enter');
    await panel.newest('$50,250');
    expect((await panel.messages())[1]).toBe('you: How much does a medical coder earn?');
    expect(await panel.chat.getByRole('option').count()).toBe(0);
  });

  it('closes by Escape, and Enter then sends what was typed', async () => {
    await panel.box.pressSequentially('coder pay');
    await panel.chat.getByRole('option').first().waitFor();
    await panel.box.press('Escape');
    await panel.chat.getByRole('option').first().waitFor({ state: 'detached' });
    expect(await panel.launcher.getAttribute('aria-expanded')).toBe('true');
    await panel.box.press('Enter');
    await panel.newest('$50,250');
    expect((await panel.messages())[1]).toBe('you: coder pay');
  });

  it('sends the one that is clicked', async () => {
    await panel.box.pressSequentially('what is cpt');
    const option = panel.chat.getByRole('option').first();
    const question = await option.innerText();
    await option.click();
    await panel.newest(/CPT/);
    expect((await panel.messages())[1]).toBe(`you: ${question}`);
  });

  it('sends what was typed where typing went on after one was picked', async () => {
    await panel.box.pressSequentially('what do cod');
    await panel.chat.getByRole('option').first().waitFor();
    await panel.box.press('ArrowDown');
    await panel.chat.getByRole('option', { selected: true }).waitFor();
    await panel.box.pressSequentially('ers do at night');
    await panel.box.press('Enter');
    await panel.chat.locator('[aria-roledescription="message"]').nth(2).waitFor();
    expect((await panel.messages())[1]).toBe('you: what do coders do at night');
  });
});

describe('the guided advice', () => {
  /** The questions one after the other, answered by `pick`, up to the result. */
  async function takeAdvice(pick: () => Promise<void>): Promise<number> {
    await panel.say('help me choose');
    let asked = 0;
    for (;;) {
      await panel.chat
        .getByText('looks like')
        .or(panel.offers.first())
        .or(panel.chat.locator('.ac-adaptiveCard'))
        .first()
        .waitFor();
      if (await panel.chat.locator('.ac-adaptiveCard').count()) return asked;
      const before = (await panel.messages()).length;
      await pick();
      asked += 1;
      await panel.chat
        .locator('[aria-roledescription="message"]')
        .nth(before + 1)
        .waitFor();
    }
  }

  it('goes by mouse to a recommendation, as a card', async () => {
    const asked = await takeAdvice(() => panel.offers.first().click());
    expect(asked).toBeGreaterThanOrEqual(6);
    expect((await panel.messages()).filter((text) => QUESTION.test(text)).length).toBe(asked);
    const card = panel.chat.locator('.ac-adaptiveCard');
    await card.getByText('Why it may fit you').waitFor();
    const width = await card.evaluate(
      (drawn: { scrollWidth: number; clientWidth: number }) => drawn.scrollWidth - drawn.clientWidth,
    );
    expect(width).toBeLessThanOrEqual(0);
    await person.picture('result');
  });

  it('goes by keys alone, on a phone, and closing gives the focus back', async () => {
    await person.leave();
    await visit(PHONE);
    const { keyboard } = person.page;
    await panel.box.focus();
    const asked = await takeAdvice(async () => {
      // Before the text box in the order of tabs are the offered answers; arrows move among them.
      await keyboard.press('Shift+Tab');
      await keyboard.press('ArrowRight');
      await keyboard.press('Enter');
    });
    expect(asked).toBeGreaterThanOrEqual(6);
    await panel.chat.locator('.ac-adaptiveCard').getByText('Why it may fit you').waitFor();
    await keyboard.press('Escape');
    await panel.chat.locator('body').waitFor({ state: 'hidden' });
    const focused = "document.querySelector('career-advisor').shadowRoot.activeElement?.ariaLabel";
    expect(await person.page.evaluate(focused)).toBe('Open the chat: Career advisor');
    await keyboard.press('Enter');
    await panel.chat.locator('body').waitFor();
    await person.picture('result-phone');
    expect(await (await panel.frame()).evaluate('document.activeElement.getAttribute("role")')).toBe(
      'combobox',
    );
  });

  it('goes on where it was after a reload', async () => {
    await panel.say('help me choose');
    await panel.newest('Question 1 of');
    await panel.offers.nth(1).click();
    await panel.newest('Question 2 of');
    const before = await panel.messages();
    await person.page.reload();
    await panel.newest('Question 2 of');
    expect(await panel.messages()).toEqual(before);
    await panel.offers.first().click();
    await panel.newest('Question 3 of');
  });
});

describe('who chats', () => {
  it('has the same chat in two tabs', async () => {
    const second = await person.context.newPage();
    const other = chatPanelOn(second);
    await second.goto(`${bot.url}/`);
    await other.newest('chatbot about careers');
    await panel.say('what is CPT?');
    await other.newest('CPT');
    await other.say('and what is ICD?');
    await panel.newest('ICD');
    expect(await panel.messages()).toEqual(await other.messages());
  });

  it('is not seen by anybody else', async () => {
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
    const stranger = await openPerson(browser);
    const other = chatPanelOn(stranger.page);
    await stranger.page.goto(`${bot.url}/`);
    await other.newest('chatbot about careers');
    await other.say('what is CPT?');
    await other.newest('CPT');
    expect((await other.messages()).length).toBe(3);
    expect((await panel.messages()).length).toBe(3);
    expect(stranger.takeProblems()).toEqual([]);
    await stranger.leave();
  });

  it('can begin a new chat, which asks first, and then has none of the old', async () => {
    await panel.say('what is CPT?');
    await panel.newest('CPT');
    await panel.chat.getByRole('button', { name: 'New chat' }).click();
    await panel.chat.getByRole('button', { name: 'Keep this chat' }).click();
    expect((await panel.messages()).length).toBe(3);
    await panel.chat.getByRole('button', { name: 'New chat' }).click();
    await panel.chat.getByRole('button', { name: 'Start a new chat' }).click();
    await panel.newest('chatbot about careers');
    expect((await panel.messages()).length).toBe(1);
    await person.page.reload();
    await panel.newest('chatbot about careers');
    expect((await panel.messages()).length).toBe(1);
  });
});
