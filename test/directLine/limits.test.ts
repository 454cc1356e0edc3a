// Too much from one conversation or one address, and streams that cost more than they bring.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startDirectLine, type DirectLineApp, type DirectLineAppOptions } from '../helpers/directLineApp';
import { call, openChat, type Access, type Chat } from '../helpers/directLineClient';

let app: DirectLineApp;
/** Behind a proxy of ours, so that a test comes from any address; an address may do as much as one conversation. */
const start = async (options: DirectLineAppOptions = {}): Promise<string> =>
  (app = await startDirectLine({ ...options, env: { PROXY_HOPS: '1', CHATS_PER_MINUTE: '1' } })).url;
afterEach(async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  await app.close();
});

const from = (address: string) => ({ 'X-Forwarded-For': address });

async function openFrom(url: string, address: string): Promise<Access> {
  const { body: access } = await call<Access>(url, '/tokens/generate', { json: {}, headers: from(address) });
  const options = { token: access.token, json: {}, headers: from(address) };
  return (await call<Access>(url, '/conversations', options)).body;
}

interface Outcome {
  readonly status: number;
  readonly headers: Headers;
}

async function statusesOf(count: number, attempt: () => Promise<Outcome>): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) statuses.push((await attempt()).status);
  return statuses;
}

async function expectRefused(attempt: () => Promise<Outcome>): Promise<void> {
  const { status, headers } = await attempt();
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toMatch(/^\d+$/);
}

describe('one address', () => {
  it('may send as many messages as its conversations may, whichever they belong to', async () => {
    const url = await start();
    const [one, two] = [await openFrom(url, '203.0.113.1'), await openFrom(url, '203.0.113.2')];
    const post = ({ conversationId, token }: Access, address: string) =>
      call(url, `/conversations/${conversationId}/activities`, {
        token,
        json: { type: 'message', text: 'hello' },
        headers: from(address),
      });
    await statusesOf(30, () => post(one, '203.0.113.1'));
    await statusesOf(30, () => post(two, '203.0.113.1'));
    await expectRefused(() => post(one, '203.0.113.1'));
    expect((await post(one, '203.0.113.3')).status).toBe(200);
  });

  it('may make as many calls as its conversations may, with a token or without', async () => {
    const url = await start();
    const attempt = () => call(url, '/tokens/refresh', { method: 'POST', headers: from('203.0.113.1') });
    expect(new Set(await statusesOf(300, attempt))).toEqual(new Set([401]));
    await expectRefused(attempt);
    await expectRefused(() => call(url, '/tokens/generate', { json: {}, headers: from('203.0.113.1') }));
    expect((await openFrom(url, '203.0.113.2')).conversationId).toMatch(/\w/);
  });

  it('may open so many streams as its conversations may have windows', async () => {
    const url = await start();
    const { streamUrl } = await openFrom(url, '203.0.113.1');
    const attempt = (address: string, token = 'x') =>
      new Promise<string>((resolve) => {
        const target = new URL(streamUrl);
        if (token === 'x') target.searchParams.set('t', token);
        const socket = new WebSocket(target, { headers: from(address) });
        socket.once('open', () => (socket.terminate(), resolve('open'))).on('error', () => undefined);
        socket.once('unexpected-response', (_req, { statusCode, headers }) =>
          resolve(`${statusCode} ${headers['retry-after'] === undefined ? '' : 'later'}`.trim()),
        );
      });
    for (let at = 0; at < 10; at++) expect(await attempt('203.0.113.1')).toBe('403');
    expect(await attempt('203.0.113.1')).toBe('429 later');
    expect(await attempt('203.0.113.1', 'good')).toBe('429 later');
    expect(await attempt('203.0.113.2', 'good')).toBe('open');
  });
});

describe('one conversation', () => {
  it('may renew its token and be called as often as two tabs that poll, from wherever', async () => {
    const url = await start();
    const { token, conversationId } = await openFrom(url, '203.0.113.1');
    let at = 0;
    const attempt = () =>
      call(url, '/tokens/refresh', { token, method: 'POST', headers: from(`198.51.100.${(at += 1) % 250}`) });
    // The call that began it counts too.
    expect(new Set(await statusesOf(299, attempt))).toEqual(new Set([200]));
    await expectRefused(attempt);
    await expectRefused(() => call(url, `/conversations/${conversationId}`, { token }));
  });
});

describe('a stream', () => {
  const open = async (chat: Chat, options = {}): Promise<WebSocket> => {
    const socket = new WebSocket(chat.streamUrl, options);
    socket.on('error', () => undefined);
    await once(socket, 'open');
    return socket;
  };

  it.each<[string, (socket: WebSocket) => void]>([
    ['pings', (socket) => socket.ping()],
    ['answers that nobody asked for', (socket) => socket.pong()],
    ['empty messages', (socket) => socket.send('')],
  ])('is cut where the client floods it with %s', async (_, flood) => {
    const socket = await open(await openChat(await start()));
    for (let at = 0; at < 200; at++) flood(socket);
    expect((await once(socket, 'close'))[0]).toBe(1006);
  });

  it('is cut where the client does not answer, and kept where it only has nothing to say', async () => {
    const chat = await openChat(await start({ heartbeatMs: 100 }));
    const idle = await open(chat);
    const dead = await open(chat, { autoPong: false });
    expect((await once(dead, 'close'))[0]).toBe(1006);
    await once(idle, 'ping');
    expect(idle.readyState).toBe(WebSocket.OPEN);
  });

  it('ends, and nothing else, where what comes is no frame', async () => {
    const socket = await open(await openChat(await start()));
    (socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.alloc(4096, 0xff));
    expect(await once(socket, 'close')).toBeDefined();
  });
});
