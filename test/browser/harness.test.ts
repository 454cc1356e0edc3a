// The harness of the browser tests itself: that it notices what goes wrong, or no test here could fail.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import { axeIn } from '../helpers/browser/axe';
import { startCuttableProxy } from '../helpers/browser/cuttableProxy';
import { startHostSite, type HostSite } from '../helpers/browser/hostSite';
import { denyFramesStorage, openBrowser, openPerson, type Person } from '../helpers/browser/person';

jest.setTimeout(60_000);

/** In place of the widget: a frame of the other origin whose page has one mistake of each kind. */
const WIDGET = `
const frame = document.createElement('iframe');
frame.title = 'Chat';
frame.src = new URL('/widget/chat', document.currentScript.src);
document.body.append(frame);`;
const CHAT = `<!doctype html><html lang="en"><title>Chat</title>
<style>p { color: #999; background: #aaa }</style>
<main><h1>Chat</h1><p>Hardly to be read</p><img src="/missing.png"></main>
<script>setTimeout(() => { throw new Error('nobody catches it') })</script></html>`;

let browser: Browser;
let host: HostSite;
let bot: Server;
let botUrl: string;
let person: Person;

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHostSite();
  bot = createServer((req, res) => {
    const found = { '/widget.js': WIDGET, '/widget/chat': CHAT }[req.url ?? ''];
    res.writeHead(found === undefined ? 404 : 200, {
      'Content-Type': req.url === '/widget.js' ? 'text/javascript' : 'text/html',
    });
    res.end(found);
  }).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  person = await openPerson(browser);
});
afterEach(() => person.leave());
afterAll(async () => {
  await browser.close();
  await host.close();
  bot.close();
  bot.closeAllConnections();
});

async function chatFrame(page: Page) {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  await frame.waitForLoadState('load');
  return frame;
}

describe('a person', () => {
  it.each(['url', 'otherSiteUrl'] as const)('notices what goes wrong in a frame (%s)', async (address) => {
    host.show({ bot: botUrl });
    const noticed = Promise.all([
      person.context.waitForEvent('weberror'),
      person.context.waitForEvent('console', (message) => message.text().includes('404')),
    ]);
    await person.page.goto(host[address]);
    await noticed;
    const problems = person.takeProblems().join('\n');
    expect(problems).toMatch(/404.*missing\.png/);
    expect(problems).toMatch(/not caught: .*nobody catches it/);
    expect(person.takeProblems()).toEqual([]);
  });

  it('notices what the policy of a page refuses', async () => {
    host.show({ bot: botUrl, policy: "default-src 'none'; style-src 'self'" });
    const noticed = person.context.waitForEvent('console');
    await person.page.goto(host.url);
    await noticed;
    expect(person.takeProblems().join('\n')).toMatch(/violates .*Content Security Policy/);
  });

  it('has nothing to tell of a site without the chat, however it looks', async () => {
    host.show({ bot: undefined, isHostile: true });
    await person.page.goto(host.url);
    await person.page.getByRole('link', { name: 'Courses' }).click();
    await person.page.getByRole('heading', { name: 'Page /courses' }).waitFor();
    expect(person.takeProblems()).toEqual([]);
  });
});

describe('a frame of another site', () => {
  const count = 'localStorage.count = Number(localStorage.count ?? 0) + 1';
  const countIn = async (address: string): Promise<unknown> => {
    await person.page.goto(address);
    return (await chatFrame(person.page)).evaluate(count);
  };

  it('has a storage of its own for each site around it, as in the browsers of people', async () => {
    host.show({ bot: botUrl });
    expect(await countIn(host.otherSiteUrl)).toBe(1);
    expect(await countIn(host.otherSiteUrl)).toBe(2);
    expect(await countIn(host.url)).toBe(1);
  });

  it('can be denied a storage', async () => {
    await denyFramesStorage(person);
    host.show({ bot: botUrl });
    await expect(countIn(host.otherSiteUrl)).rejects.toThrow('Access is denied');
    expect(await person.page.evaluate(count)).toBe(1);
  });
});

describe('axeIn', () => {
  it('names each violation of a frame and its place', async () => {
    host.show({ bot: botUrl });
    await person.page.goto(host.otherSiteUrl);
    const found = (await axeIn(await chatFrame(person.page))).join('\n');
    expect(found).toMatch(/^color-contrast \(serious\): .*\n {2}p: /m);
    expect(found).toMatch(/^image-alt \(critical\): .*\n {2}img: /m);
  });

  it('finds nothing in a page that is well made, behind a strict policy', async () => {
    host.show({ bot: undefined });
    await person.page.goto(host.url);
    expect(await axeIn(person.page)).toEqual([]);
  });
});

describe('startCuttableProxy', () => {
  it('breaks an open WebSocket, refuses the next, and lets one through again', async () => {
    const sockets = new WebSocketServer({ server: bot });
    sockets.on('connection', (socket) => socket.send('hello'));
    const proxy = await startCuttableProxy(() => botUrl);
    host.show({ bot: undefined, policy: '' });
    await person.page.goto(host.url);
    /** Opens a socket in the page: what it says first, or that it closed. */
    const connect = (): Promise<string> =>
      person.page.evaluate<string>(`new Promise((resolve) => {
        const socket = new WebSocket('${proxy.url.replace('http', 'ws')}');
        window.ending = new Promise((done) => socket.onclose = () => { done('closed'); resolve('closed'); });
        socket.onmessage = ({ data }) => resolve(data);
      })`);
    expect(await connect()).toBe('hello');
    await proxy.cut();
    expect(await person.page.evaluate('window.ending')).toBe('closed');
    expect(await connect()).toBe('closed');
    await proxy.mend();
    expect(await connect()).toBe('hello');
    await proxy.close();
    sockets.close();
  });
});
