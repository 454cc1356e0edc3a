// The chat on a website of somebody else: behind a strict policy, among hostile styles, across its pages, and refused.
import type { Browser, BrowserContextOptions, Request } from 'playwright-core';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { chatPanelOn, type ChatPanel } from '../helpers/browser/chatPanel';
import { startHostSite, type HostPage, type HostSite } from '../helpers/browser/hostSite';
import { denyFramesStorage, openBrowser, openPerson, type Person } from '../helpers/browser/person';

jest.setTimeout(60_000);

const WELCOME = 'chatbot about careers';
const ADDRESSES = ['url', 'otherSiteUrl'] as const;

let browser: Browser;
let host: HostSite;
let bot: BotProcess;
let person: Person;
let panel: ChatPanel;

beforeAll(async () => {
  host = await startHostSite();
  const origins = `${host.url},${host.otherSiteUrl}`;
  [browser, bot] = await Promise.all([openBrowser(), startBotProcess({ WIDGET_ORIGINS: origins })]);
});
afterAll(async () => {
  await browser.close();
  await bot.close();
  await host.close();
});
beforeEach(() => meet());
afterEach(async () => {
  expect(person.takeProblems()).toEqual([]);
  await person.leave();
});

async function meet(options: BrowserContextOptions = {}): Promise<void> {
  person = await openPerson(browser, options);
  panel = chatPanelOn(person.page);
}

async function visit(page: Partial<HostPage> = {}, address = host.url): Promise<void> {
  host.show({ bot: bot.url, ...page });
  await person.page.goto(address);
  await panel.launcher.waitFor();
}

async function openChat(): Promise<void> {
  await panel.launcher.click();
  await panel.newest(WELCOME);
}

/** Runs in the browser, whose types these tests do without. */
const colourOf = (element: object): string =>
  (globalThis as unknown as Record<'getComputedStyle', (of: object) => { color: string }>).getComputedStyle(
    element,
  ).color;

const inPage = <T = unknown>(script: string): Promise<T> => person.page.evaluate<T>(script);

describe('a page with a strict policy', () => {
  it('loads one small script, and the chat only when its button is pressed', async () => {
    const requests: Request[] = [];
    person.context.on('request', (request) => {
      if (request.url().startsWith(bot.url)) requests.push(request);
    });
    const paths = (): string[] => requests.map((request) => new URL(request.url()).pathname);
    await visit();
    expect(await panel.launcher.getAttribute('aria-label')).toBe('Open the chat: Career advisor');
    expect(paths()).toEqual(['/widget.js']);
    const script = requests[0]!;
    expect(await (await script.response())?.headerValue('content-encoding')).toMatch(/^(?:br|gzip)$/);
    expect((await script.sizes()).responseBodySize).toBeLessThan(10_000);
    await openChat();
    expect(paths().slice(1, 2)).toEqual(['/widget/chat']);
    expect(paths()).toContain('/directline/tokens/generate');
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
  });
});

describe('a page with hostile styles', () => {
  /** Of every element of ours on the page: where it is, and what styles make of it. */
  const LOOK = `(() => {
    const root = document.querySelector('career-advisor').shadowRoot;
    return [...root.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const names = ['color', 'backgroundColor', 'borderWidth', 'display', 'transform', 'outlineStyle', 'visibility'];
      return [element.localName, x, y, width, height, ...names.map((name) => style[name])].join(' ');
    });
  })()`;

  it('changes neither the button nor the chat', async () => {
    await person.leave();
    await meet({ reducedMotion: 'reduce' });
    const look = async (isHostile: boolean): Promise<unknown[]> => {
      await visit({ isHostile });
      const closed = await inPage(LOOK);
      await inPage('CareerAdvisor.open()');
      await panel.newest(WELCOME);
      await person.picture(isHostile ? 'hostile' : 'calm');
      const opened = await inPage(LOOK);
      await inPage('CareerAdvisor.close()');
      return [closed, opened];
    };
    expect(await look(true)).toEqual(await look(false));
  });
});

describe.each(ADDRESSES)('going from page to page (%s)', (address) => {
  it('keeps the conversation and the open chat, and leaves the focus to the page', async () => {
    await visit({}, host[address]);
    await openChat();
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
    const before = await panel.messages();
    await person.page.getByRole('link', { name: 'Courses' }).click();
    await person.page.getByRole('heading', { name: 'Page /courses' }).waitFor();
    await panel.newest('$50,250');
    expect(await panel.messages()).toEqual(before);
    expect(await inPage('document.activeElement.localName')).toBe('body');
    await panel.say('what about billers?');
    await panel.newest('$47,170');

    await panel.launcher.click();
    await panel.chat.locator('body').waitFor({ state: 'hidden' });
    await person.page.getByRole('link', { name: 'Contact' }).click();
    await person.page.getByRole('heading', { name: 'Page /contact' }).waitFor();
    await panel.closed();
    expect(await person.page.locator('career-advisor iframe').count()).toBe(0);
    await panel.launcher.click();
    await panel.newest('$47,170');
    expect((await panel.messages()).length).toBe(5);
  });

  it('gets answers also where the browser keeps nothing for the frame', async () => {
    await denyFramesStorage(person);
    await visit({}, host[address]);
    await openChat();
    await panel.say('what does a coder earn?');
    await panel.newest('$50,250');
    await person.page.getByRole('link', { name: 'Courses' }).click();
    await panel.newest(WELCOME);
    await panel.say('what is CPT?');
    await panel.newest('CPT');
  });
});

describe('a page that the bot does not know', () => {
  let stranger: BotProcess;

  beforeAll(async () => {
    // The host of the page, at another port: as much another origin as any.
    stranger = await startBotProcess({ WIDGET_ORIGINS: 'http://127.0.0.1:9' });
  });
  afterAll(() => stranger.close());

  it.each(ADDRESSES)('gets no chat, and can tell people so (%s)', async (address) => {
    await person.leave();
    await meet({ viewport: { width: 390, height: 780 } });
    const asked: string[] = [];
    person.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await visit({ bot: stranger.url }, host[address]);
    const told = inPage(`new Promise((resolve) => CareerAdvisor.on('error', resolve))`);
    await panel.launcher.click();
    expect(await told).toEqual({ reason: 'unavailable' });
    const notice = person.page.locator('career-advisor').getByRole('alert');
    expect(await notice.innerText()).toMatch(/does not open here/);
    expect(asked).not.toContain('/directline/tokens/generate');
    await person.picture(`refused-${address}`);
    expect(person.takeProblems().join('\n')).toMatch(/frame-ancestors/);
    // On a phone the chat fills the screen, and has no button to close it where it is not there.
    await panel.launcher.click();
    expect(await notice.isVisible()).toBe(false);
  });
});

describe('a bot that is away', () => {
  it('is tried again the next time the chat is opened', async () => {
    await visit();
    await bot.kill9();
    const told = inPage(`new Promise((resolve) => CareerAdvisor.on('error', resolve))`);
    await panel.launcher.focus();
    await person.page.keyboard.press('Enter');
    expect(await told).toEqual({ reason: 'unavailable' });
    expect(person.takeProblems().join('\n')).toMatch(/ERR_CONNECTION_REFUSED/);
    const focused = "document.querySelector('career-advisor').shadowRoot.activeElement?.localName";
    expect(await inPage(focused)).toBe('button');
    await bot.restart();
    await person.page.keyboard.press('Enter');
    await panel.closed();
    await person.page.keyboard.press('Enter');
    await panel.newest(WELCOME);
  });
});

describe('the attributes of the script', () => {
  it.each([
    ['#ffd400', 'rgb(0, 0, 0)'],
    ['midnightblue', 'rgb(255, 255, 255)'],
  ])('set a name and a colour (%s), with text that is easy to read on it', async (colour, ink) => {
    await visit({ attributes: { 'data-name': 'Ada', 'data-color': colour } });
    expect(await panel.launcher.getAttribute('aria-label')).toBe('Open the chat: Ada');
    expect(await panel.launcher.evaluate(colourOf)).toBe(ink);
    await openChat();
    const heading = panel.chat.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe('Ada');
    expect(await heading.evaluate(colourOf)).toBe(ink);
  });

  it('set the dark theme', async () => {
    await visit({ attributes: { 'data-theme': 'dark' } });
    await openChat();
    const html = panel.chat.locator('html');
    expect(await html.getAttribute('data-theme')).toBe('dark');
  });

  it('set a greeting, which is text whatever is in it', async () => {
    await visit({ attributes: { 'data-greeting': 'Hi from <b>Hill College</b> <img src=x>' } });
    await openChat();
    await panel.chat.getByText('Hi from <b>Hill College</b> <img src=x>').waitFor();
    expect(await panel.chat.locator('b, img[src="x"]').count()).toBe(0);
  });

  it('set the left side', async () => {
    await visit({ attributes: { 'data-position': 'left' } });
    expect(await panel.launcher.boundingBox()).toMatchObject({ x: 16 });
    await openChat();
    expect(await person.page.locator('career-advisor iframe').boundingBox()).toMatchObject({ x: 16 });
  });

  it('set the language of all that is not the conversation', async () => {
    await visit({ attributes: { 'data-language': 'es' } });
    expect(await panel.launcher.getAttribute('aria-label')).toBe('Abrir el chat: Orientador profesional');
    await openChat();
    expect(await panel.chat.locator('html').getAttribute('lang')).toBe('es');
    expect(await panel.box.getAttribute('aria-label')).toBe('Tu mensaje');
    await panel.chat.getByRole('button', { name: 'Cerrar el chat' }).click();
    await panel.closed();
  });

  it('open the chat at once, until the person closes it', async () => {
    await visit({ attributes: { 'data-open': '' } });
    await panel.newest(WELCOME);
    expect(await inPage('document.activeElement.localName')).toBe('body');
    await panel.launcher.click();
    await person.page.getByRole('link', { name: 'Courses' }).click();
    await person.page.getByRole('heading', { name: 'Page /courses' }).waitFor();
    await panel.closed();
  });
});

describe('window.CareerAdvisor', () => {
  it('opens, says, closes and toggles, and tells of it in order, without the words', async () => {
    await visit();
    await inPage(`{
      window.heard = [];
      for (const name of ['ready', 'open', 'close', 'message', 'error'])
        CareerAdvisor.on(name, (detail) => heard.push(detail === undefined ? name : [name, JSON.stringify(detail)].join(' ')));
      window.end = CareerAdvisor.on('close', () => heard.push('closed for one who stops listening'));
    }`);
    expect(await inPage('CareerAdvisor.isOpen')).toBe(false);
    await inPage('CareerAdvisor.open()');
    await panel.newest(WELCOME);
    await inPage("CareerAdvisor.send('what does a coder earn?')");
    await panel.newest('$50,250');
    expect(await inPage('CareerAdvisor.isOpen')).toBe(true);
    await inPage('end(), CareerAdvisor.close(), CareerAdvisor.close(), CareerAdvisor.toggle()');
    expect(await inPage('CareerAdvisor.isOpen')).toBe(true);
    expect(await inPage('heard')).toEqual([
      'open',
      'ready',
      'message {"from":"bot"}',
      'message {"from":"user"}',
      'message {"from":"bot"}',
      'close',
      'open',
    ]);
  });

  it('says what it is told before the chat is there', async () => {
    await visit();
    await inPage("CareerAdvisor.send('what does a coder earn?')");
    await panel.newest('$50,250');
    expect((await panel.messages()).filter((text) => text === 'you: what does a coder earn?').length).toBe(1);
  });

  it('is one, however often the script is on the page', async () => {
    await visit({ policy: '' });
    await inPage('window.first = CareerAdvisor');
    await person.page.addScriptTag({ url: `${bot.url}/widget.js?again` });
    expect(await inPage('first === CareerAdvisor')).toBe(true);
    expect(await person.page.locator('career-advisor').count()).toBe(1);
  });

  it('marks the button when an answer comes while the chat is closed', async () => {
    await visit();
    await openChat();
    await inPage("CareerAdvisor.send('what does a coder earn?'), CareerAdvisor.close()");
    const marked = person.page.getByRole('button', { name: 'Open the chat: Career advisor (New message)' });
    await marked.waitFor();
    expect(await marked.locator('.dot').isVisible()).toBe(true);
    expect(await person.page.locator('career-advisor').getByRole('status').innerText()).toBe('New message');
    await person.picture('unread');
    await marked.click();
    await panel.newest('$50,250');
    expect(await panel.launcher.getAttribute('aria-label')).toBe('Close the chat: Career advisor');
    await panel.launcher.click();
    expect(await panel.launcher.getAttribute('aria-label')).toBe('Open the chat: Career advisor');
  });
});
