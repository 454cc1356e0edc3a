// Networks and browsers that let no WebSocket through: the chat asks for what is new instead.
import type { Browser } from 'playwright-core';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { chatPanelOn } from '../helpers/browser/chatPanel';
import { startCuttableProxy, type CuttableProxy } from '../helpers/browser/cuttableProxy';
import { openBrowser, openPerson, type Person } from '../helpers/browser/person';

jest.setTimeout(120_000);

let browser: Browser;
let bot: BotProcess;
let net: CuttableProxy;
let person: Person;
let swallowed = 0;

beforeAll(async () => {
  browser = await openBrowser();
  net = await startCuttableProxy(
    () => bot.url,
    () => (swallowed++, true),
  );
  bot = await startBotProcess({ PUBLIC_URL: net.url });
});
afterAll(async () => {
  await browser.close();
  await net.close();
  await bot.close();
});
beforeEach(async () => {
  swallowed = 0;
  person = await openPerson(browser);
});
afterEach(() => person.leave());

describe('the chat', () => {
  it('goes on without WebSockets where none of them gets an answer, also after the network was away', async () => {
    const panel = chatPanelOn(person.page);
    await person.page.goto(`${net.url}/`);
    await panel.newest('chatbot about careers');
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
    const tried = swallowed;
    expect(tried).toBe(2);
    await net.cut();
    await panel.chat.locator('[data-state=reconnecting]').waitFor({ state: 'attached' });
    await panel.say('what does a coder earn?');
    await net.mend();
    await panel.newest('$50,250');
    expect(swallowed).toBe(tried);
    expect((await panel.messages()).length).toBe(5);
  });

  it('goes on without WebSockets where the browser will not have their address', async () => {
    await person.context.addInitScript(`globalThis.WebSocket = class extends WebSocket {
      constructor() { throw new DOMException('An insecure WebSocket may not be initiated.', 'SecurityError'); }
    }`);
    const panel = chatPanelOn(person.page);
    await person.page.goto(`${net.url}/`);
    await panel.newest('chatbot about careers');
    await panel.say('what is CPT?');
    await panel.newest(/CPT.*Source/s);
  });
});
