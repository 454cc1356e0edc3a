// The Agents Playground's page as a person in Teams meets it: chats and channels in a list, messages, cards with buttons.
import type { Locator, Page } from 'playwright-core';
import { BOT_NAME, idOf, type PEOPLE } from './playgroundProcess';

export interface PlaygroundPage {
  /** Opens the page, on the personal chat. */
  open(url: string): Promise<void>;
  /** Opens a chat or channel of the list. */
  goTo(place: 'Personal Chat' | 'Group Chat' | 'General'): Promise<void>;
  /** Types in the open chat. */
  say(text: string): Promise<void>;
  /** Types in the open chat, after a mention of the bot: only then does the bot get what is said to a group. */
  mention(text: string): Promise<void>;
  /** Begins a thread in the open channel, with a mention of the bot. @returns the thread */
  post(text: string): Promise<Locator>;
  /** Types in a thread, after a mention of the bot. */
  reply(thread: Locator, text: string): Promise<void>;
  /** The messages of the open chat, the newest last, each with its card and its buttons. */
  readonly shown: Locator;
  /** Resolves once the newest message of the open chat has this in it. */
  newest(text: string | RegExp): Promise<void>;
  /** The buttons of the newest card of the open chat. */
  choices(): Locator;
  /** All messages of the open chat as they are shown, as `bot: hello` and `me: hi`. */
  messages(): Promise<string[]>;
  /** From now on, presses come from another member of the group: the page itself knows one person only. */
  pressAs(name: (typeof PEOPLE)[number]): Promise<void>;
  /** Sends an activity of the menu "Mock an Activity", as Teams sends by itself. @param item as the menu has it */
  mock(item: string): Promise<void>;
}

/** Nothing of it comes from elsewhere: its fonts and an animation would. */
const ELSEWHERE = (url: URL): boolean => url.hostname !== '127.0.0.1' || url.pathname === '/favicon.ico';

/** Stands on every message, in a chat and in a thread. */
const HEADER = '[aria-label="Show more information"]';

export function playgroundPageOn(page: Page): PlaygroundPage {
  const box = page.getByRole('textbox').first();
  const shown = page.locator('[aria-label="Message header"]').locator('xpath=../..');
  const messages = async (): Promise<string[]> => (await shown.allInnerTexts()).map(spoken);
  const mentionIn = async (editor: Locator, text: string): Promise<void> => {
    await editor.pressSequentially('@');
    await page.getByRole('menuitem', { name: BOT_NAME }).click();
    await page.keyboard.insertText(` ${text}`);
  };
  let isDrawn = Promise.resolve();
  // This bot is faster than the page, which draws an answer above what was said, and drops one in a thread that it has not
  // drawn yet.
  const beforeAnswers = async (drawn: Locator, speak: () => Promise<void>): Promise<void> => {
    let hear = (): void => undefined;
    isDrawn = new Promise((resolve) => (hear = resolve));
    const before = await drawn.count();
    await speak();
    await drawn.nth(before).waitFor();
    hear();
  };

  return {
    async open(url) {
      await page.route(ELSEWHERE, (route) =>
        route.fulfill({
          body: '',
          contentType: 'text/javascript',
          headers: { 'Access-Control-Allow-Origin': '*' },
        }),
      );
      await page.routeWebSocket(/\/_ws_conversation\//, (near) => {
        near.connectToServer().onMessage((message) => void isDrawn.then(() => near.send(message)));
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.getByRole('button', { name: 'Hide log panel' }).click();
    },
    async goTo(place) {
      await page.getByRole('treeitem', { name: place }).click();
    },
    say: (text) =>
      beforeAnswers(shown, async () => {
        await box.fill(text);
        await box.press('Enter');
      }),
    mention: (text) =>
      beforeAnswers(shown, async () => {
        await mentionIn(box, text);
        await box.press('Enter');
      }),
    async post(text) {
      const thread = page
        .getByRole('group')
        .filter({ hasText: text })
        .filter({ has: page.locator(HEADER) });
      await beforeAnswers(thread, async () => {
        await mentionIn(box, text);
        await page.getByRole('button', { name: 'Post', exact: true }).click();
      });
      return thread;
    },
    reply: (thread, text) =>
      beforeAnswers(thread.locator(HEADER), async () => {
        const editor = thread.getByRole('textbox');
        await mentionIn(editor, text);
        await editor.press('Enter');
      }),
    shown,
    async newest(text) {
      await shown
        .last()
        .filter({ hasText: text })
        .waitFor()
        .catch(async () => {
          throw new Error(`the newest message is not "${String(text)}":\n${(await messages()).join('\n')}`);
        });
    },
    choices: () => shown.locator('.ac-adaptiveCard').last().getByRole('button'),
    messages,
    async pressAs(name) {
      await page.route('**/_conversation/v1/invoke', (route) => {
        const pressed = route.request().postDataJSON() as object;
        return route.continue({ postData: JSON.stringify({ ...pressed, from: { id: idOf(name) } }) });
      });
    },
    async mock(item) {
      await page.getByRole('button', { name: 'Mock an Activity' }).click();
      await page.getByRole('menuitem').getByText(item, { exact: true }).click();
      await page.getByRole('button', { name: 'Send activity' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  };
}

/** Without the time that stands above it. */
function spoken(shownText: string): string {
  const [, name, text] = /^(.*?) ?\d+:\d\d [AP]M ?(.*)$/.exec(shownText.replace(/\s+/g, ' ').trim()) ?? [];
  return `${name === BOT_NAME ? 'bot' : 'me'}: ${text ?? ''}`;
}
