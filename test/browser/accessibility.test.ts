// The chat for everyone: by axe in each state, on small screens and zoomed in, by keys alone, and for screen readers.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { axeIn } from '../helpers/browser/axe';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { chatPanelOn, type ChatPanel } from '../helpers/browser/chatPanel';
import { startCuttableProxy, type CuttableProxy } from '../helpers/browser/cuttableProxy';
import { startHostSite, type HostSite } from '../helpers/browser/hostSite';
import { misfitsIn } from '../helpers/browser/misfits';
import { openBrowser, openPerson, type Person } from '../helpers/browser/person';

jest.setTimeout(60_000);

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const NARROW = { viewport: { width: 320, height: 640 } };
const DESK = { viewport: { width: 1280, height: 800 } };

let browser: Browser;
let host: HostSite;
let bot: BotProcess;
let network: CuttableProxy;
let person: Person;
let panel: ChatPanel;

beforeAll(async () => {
  host = await startHostSite();
  [browser, bot] = await Promise.all([openBrowser(), startBotProcess({ WIDGET_ORIGINS: host.url })]);
  network = await startCuttableProxy(() => bot.url);
  host.show({ bot: network.url });
});
afterAll(async () => {
  await browser.close();
  await network.close();
  await bot.close();
  await host.close();
});
afterEach(async () => {
  expect(person.takeProblems()).toEqual([]);
  await person.leave();
});

async function visit(options: BrowserContextOptions = DESK): Promise<void> {
  person = await openPerson(browser, options);
  panel = chatPanelOn(person.page);
  await person.page.goto(host.url);
  await panel.launcher.waitFor();
}

async function openChat(options?: BrowserContextOptions): Promise<void> {
  await visit(options);
  await panel.launcher.focus();
  await person.page.keyboard.press('Enter');
  await panel.newest('chatbot about careers');
}

async function askForPay(): Promise<void> {
  await panel.say('what does a coder earn?');
  await panel.newest('$50,250');
  await panel.offers.first().waitFor();
}

const inPage = <T = unknown>(script: string): Promise<T> => person.page.evaluate<T>(script);
const inChat = async <T = unknown>(script: string): Promise<T> => (await panel.frame()).evaluate<T>(script);

// Two of the four, so that each size and each set of colours meets each state: neither depends on the other.
describe.each([
  ['phone-by-day', { ...NARROW, colorScheme: 'light' }],
  ['desk-by-night', { ...DESK, colorScheme: 'dark' }],
] as const)('the widget (%s)', (where, options) => {
  async function faultsOf(state: string, isPageToo = false): Promise<string[]> {
    await person.picture(`${where}-${state}`);
    const isLoaded = (await person.page.locator('career-advisor iframe').count()) > 0;
    const frames = [...(isPageToo ? [person.page] : []), ...(isLoaded ? [await panel.frame()] : [])];
    const found: string[] = [];
    for (const frame of frames) found.push(...(await axeIn(frame)), ...(await misfitsIn(frame)));
    return found.map((fault) => `${state}: ${fault}`);
  }

  it('has nothing that shuts anybody out, in any of its states', async () => {
    await visit(options);
    const faults = await faultsOf('closed', true);
    await panel.launcher.click();
    await panel.newest('chatbot about careers');
    faults.push(...(await faultsOf('welcome', true)));
    // Nothing the bot knows by name, so it asks what is meant.
    await panel.say('what is a superbill');
    await panel.chat.getByRole('button', { name: 'None of these' }).last().waitFor();
    faults.push(...(await faultsOf('choice')));

    await panel.box.pressSequentially('how much do codrs ea');
    await panel.chat.getByRole('option').first().waitFor();
    await panel.box.press('ArrowDown');
    faults.push(...(await faultsOf('typeahead')));
    await panel.box.fill('x'.repeat(4001));
    await panel.chat.getByText('too long').waitFor();
    faults.push(...(await faultsOf('too-long')));

    await askForPay();
    faults.push(...(await faultsOf('answer')));
    await panel.chat.getByRole('button', { name: 'New chat' }).click();
    await panel.chat.getByRole('dialog', { name: 'Start a new chat?' }).waitFor();
    faults.push(...(await faultsOf('confirm')));
    await person.page.keyboard.press('Escape');

    await panel.say('help me choose');
    await panel.newest('Question 1 of');
    const result = panel.chat.getByText('Why it may fit you');
    while ((await result.count()) === 0) {
      const messages = (await panel.messages()).length;
      await panel.offers.first().click();
      await panel.chat
        .locator('[aria-roledescription="message"]')
        .nth(messages + 1)
        .waitFor();
      await panel.offers.first().or(result).first().waitFor();
    }
    faults.push(...(await faultsOf('result')));

    await network.cut();
    await panel.chat.getByText('No connection right now').waitFor();
    faults.push(...(await faultsOf('offline')));
    await network.mend();
    expect(person.takeProblems().join('\n')).toMatch(/WebSocket|ERR_CONNECTION/);
    expect(faults).toEqual([]);
  });
});

describe('a small window', () => {
  /** Whether the text box is in the window, and the newest message in sight from its beginning, once all stands still. */
  const IN_SIGHT = `new Promise((resolve) => {
    const end = performance.now() + 5000;
    const look = () => {
      const rect = (element) => element.getBoundingClientRect();
      const box = rect(document.querySelector('[role=combobox]'));
      const transcript = rect(document.querySelector('[role=feed]').parentElement);
      const message = rect([...document.querySelectorAll('[aria-roledescription=message]')].at(-1));
      const seen = Math.min(message.bottom, transcript.bottom) - message.top;
      const isInSight = box.top > 0 && box.bottom <= innerHeight && message.top >= transcript.top - 1 &&
        seen >= Math.min(message.height, 40);
      if (isInSight) resolve('in sight');
      else if (performance.now() < end) requestAnimationFrame(look);
      else resolve(JSON.stringify({ box, transcript, message, innerHeight }));
    };
    look();
  })`;

  it.each([
    ['zoomed to 200 %', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }],
    ['as small as at 400 % zoom', { viewport: { width: 320, height: 256 } }],
  ])('%s, still has the text box and the newest message in it', async (_how, options) => {
    await openChat(options);
    await askForPay();
    expect(await inChat(IN_SIGHT)).toBe('in sight');
    await panel.say('help me choose');
    await panel.newest('Question 1 of');
    await person.picture(`small-${options.viewport.width}`);
    expect(await inChat(IN_SIGHT)).toBe('in sight');
    expect(await misfitsIn(await panel.frame())).toEqual([]);
  });
});

describe('what people set in their browser', () => {
  it('may space the text out: none of it is cut off', async () => {
    await openChat(NARROW);
    await askForPay();
    // As WCAG 1.4.12 has it. The policy of the chat lets in no style element.
    await inChat(`{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
        'word-spacing: .16em !important } p { margin-bottom: 2em !important }');
      document.adoptedStyleSheets.push(sheet);
    }`);
    await panel.box.pressSequentially('how much do codrs ea');
    await panel.chat.getByRole('option').first().waitFor();
    await person.picture('spaced');
    expect(await misfitsIn(await panel.frame())).toEqual([]);
  });

  it.each([
    ['reduce', 0],
    ['no-preference', 1],
  ] as const)('may ask for less motion (%s)', async (reducedMotion, moving) => {
    await visit({ ...DESK, reducedMotion });
    const opening = `(() => {
      CareerAdvisor.open();
      return document.querySelector('career-advisor').shadowRoot.getAnimations().length;
    })()`;
    expect(await inPage(opening)).toBe(moving);
    await panel.newest('chatbot about careers');
  });
});

describe('by keys alone', () => {
  /** What has the focus, as it is called. */
  async function focused(): Promise<string> {
    const read = `(() => {
      const element = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
      if (element.matches('body, iframe')) return element.localName;
      return element.ariaLabel ?? element.textContent.trim().slice(0, 40);
    })()`;
    const name = await inPage<string>(read);
    return name === 'iframe' ? inChat(read) : name;
  }

  /** What surrounds the focused element on the screen, where its mark is. */
  async function clipOfFocused(): Promise<Clip> {
    const read = `(() => {
      const element = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { isFrame: element.localName === 'iframe', x, y, width, height };
    })()`;
    const outer = await inPage<Clip & { isFrame: boolean }>(read);
    const { x, y, width, height } = outer.isFrame ? await inChat<Clip>(read) : outer;
    const [left, top] = outer.isFrame ? [outer.x, outer.y] : [0, 0];
    return { x: left + x - 6, y: top + y - 6, width: width + 12, height: height + 12 };
  }

  it.each([
    ['in colours of ours', {}],
    ['in forced colours', { forcedColors: 'active' }],
  ] as const)(
    'each control is reached in order and shows it, and none keeps the focus, %s',
    async (_which, extra) => {
      await openChat({ ...DESK, ...extra, reducedMotion: 'reduce' });
      await askForPay();
      await person.page.getByRole('button', { name: 'Send', exact: true }).first().focus();
      // So that the next Tab goes on from there, with the focus nowhere.
      await inPage('document.activeElement.blur()');
      const stops: { name: string; clip: Clip; marked: Buffer }[] = [];
      for (;;) {
        await person.page.keyboard.press('Tab');
        const name = await focused();
        if (name === 'body' || stops.length > 20) break;
        const clip = await clipOfFocused();
        stops.push({ name, clip, marked: await person.page.screenshot({ clip }) });
      }
      await inPage('document.activeElement.blur()');
      expect(stops.map(({ name }) => name)).toEqual([
        'New chat',
        'Close the chat',
        // Help of Web Chat, seen only while it has the focus.
        'Close',
        'Chat history, press arrow keys to navigate.',
        'End of chat history',
        'What does a beginner earn in the first y',
        'Your message',
        'Send',
        'Close the chat: Career advisor',
      ]);
      for (const { name, clip, marked } of stops) {
        const plain = await person.page.screenshot({ clip });
        expect({ name, isMarked: !plain.equals(marked) }).toEqual({ name, isMarked: true });
      }
    },
  );

  it('Escape closes the suggestions, then the chat; in a message it only leaves the message', async () => {
    await openChat();
    await askForPay();
    await panel.box.pressSequentially('what is cpt');
    await panel.chat.getByRole('option').first().waitFor();
    const { keyboard } = person.page;
    await keyboard.press('Escape');
    expect(await panel.chat.getByRole('option').count()).toBe(0);
    expect(await panel.launcher.getAttribute('aria-expanded')).toBe('true');

    await panel.chat.getByRole('group', { name: /^Chat history/ }).focus();
    await keyboard.press('Enter');
    expect(await focused()).toMatch(/CareerStep/);
    await keyboard.press('Escape');
    expect(await focused()).toMatch(/^Chat history/);
    expect(await panel.launcher.getAttribute('aria-expanded')).toBe('true');

    await panel.box.focus();
    await keyboard.press('Escape');
    await panel.chat.locator('body').waitFor({ state: 'hidden' });
    expect(await focused()).toBe('Open the chat: Career advisor');
  });
});

describe('for a screen reader', () => {
  it('the chat has a name, and each message its speaker', async () => {
    await openChat();
    await askForPay();
    const page = await person.page.locator('body').ariaSnapshot();
    expect(page).toMatch(/dialog "Chat: Career advisor"/);
    expect(page).toMatch(/button "Close the chat: Career advisor" \[expanded\]/);
    const frame = person.page.locator('career-advisor iframe');
    expect(await frame.getAttribute('title')).toBe('Chat: Career advisor');
    const chat = await panel.chat.locator('body').ariaSnapshot();
    expect(chat).toMatch(/main "Career advisor"/);
    expect(chat).toMatch(/article "Bot said: Hi, I’m a chatbot/);
    expect(chat).toMatch(/article "You said: what does a coder earn\?"/);
    expect(chat).toMatch(/article "Bot said: The closest official figure/);
    expect(chat).toMatch(/toolbar "Suggested actions":\n\s+- button "What does a beginner earn/);
    expect(chat).toMatch(/combobox "Your message"/);
  });

  it('new messages are read out as they come', async () => {
    await openChat();
    const log = panel.chat.getByRole('log').filter({ hasText: 'Bot said' });
    expect(await log.count()).toBe(1);
    await askForPay();
    await log.filter({ hasText: /You said:.*coder.*Bot said:.*\$50,250/s }).waitFor({ state: 'attached' });
  });
});
