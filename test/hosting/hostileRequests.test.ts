// Every row of the table "what kills or fools a naive bot" in the platform notes, and some of our own, over real HTTP.
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { aDirectMessage, aMessage, repliesIn, startBot, type RunningBot } from '../helpers/httpBot';
import { startConnector, type Connector } from '../helpers/httpConnector';
import { jsonOf, postRaw, sendRaw, statusOf } from '../helpers/httpRaw';

let bot: RunningBot;
let connector: Connector;

beforeAll(async () => {
  connector = await startConnector();
  bot = await startBot();
});
afterAll(async () => {
  await bot.close();
  await connector.close();
});

const without = (field: string, changes = {}): string =>
  JSON.stringify({ ...aMessage(changes), serviceUrl: connector.url, [field]: undefined });

const post = (body: string | Buffer, ...headers: string[]): Promise<string> =>
  postRaw(bot.url, body, headers);

interface Refusal {
  readonly error: { readonly code: string; readonly message: string };
}

async function expectRefusal(sent: Promise<string>, status: number, code: string): Promise<Refusal> {
  const answer = await sent;
  expect(statusOf(answer)).toBe(status);
  const refusal = jsonOf(answer) as Refusal;
  expect(refusal).toEqual({ error: { code, message: expect.any(String) as string } });
  return refusal;
}

describe('a request that is no HTTP of ours', () => {
  it.each(['foo|bar', 'foo/bar', 'a b', '[::1', 'host:99999', 'user@host', '%zz'])(
    'refuses Host: %s',
    async (host) => {
      await expectRefusal(post('{}', `Host: ${host}`), 400, 'bad-address');
    },
  );

  const get = (target: string): Promise<string> =>
    sendRaw(bot.url, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  it.each(['http://[/', 'http://a:99999/', 'http://%zz/'])('refuses the target %s', async (target) => {
    await expectRefusal(get(target), 400, 'bad-address');
  });

  it.each([
    'http://foo|bar/',
    '/%zz',
    '/%E0%A4%A',
    '//',
    '//api/messages',
    '/api/messages/..',
    '/\u0001',
    '*',
  ])('survives the target %j', async (target) => {
    expect([400, 404]).toContain(statusOf(await get(target)));
  });

  it('answers 404 to an unknown route and 405 to a wrong method, as JSON', async () => {
    const unknown = await fetch(`${bot.url}/api/secret-name`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ error: { code: 'not-found' } });
    const wrong = await fetch(`${bot.url}/api/messages`);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('POST');
    expect(await wrong.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
  });

  it('closes a connection that asks for an upgrade nobody offers', async () => {
    const upgrade = 'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
    expect(statusOf(await sendRaw(bot.url, `GET /chat HTTP/1.1\r\n${upgrade}\r\n`))).toBe(404);
  });
});

describe('a body that is not plain JSON', () => {
  it.each(['gzip', 'deflate', 'br', 'identity', 'nonsense'])(
    'refuses Content-Encoding: %s',
    async (encoding) => {
      await expectRefusal(post(without('none'), `Content-Encoding: ${encoding}`), 415, 'encoded-body');
    },
  );

  it('does not inflate a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    const before = process.memoryUsage().rss;
    await expectRefusal(post(bomb, 'Content-Encoding: gzip'), 415, 'encoded-body');
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024);
  });

  it.each([
    'text/plain',
    'text/json',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    '',
  ])('refuses Content-Type: %s', async (type) => {
    await expectRefusal(post(without('none'), `Content-Type: ${type}`), 415, 'not-json');
  });

  it('does not take a form for an activity', async () => {
    const form = new URLSearchParams({ type: 'message', text: 'hello' }).toString();
    await expectRefusal(post(form, 'Content-Type: application/x-www-form-urlencoded'), 415, 'not-json');
  });

  it.each([
    ['a broken object', '{"type": "message", "text": "my secret'],
    ['a bare word', 'my secret'],
    ['two values', '{} {}'],
    ['a byte that is no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('refuses %s without repeating it, to the caller or in the log', async (_, body) => {
    const { error } = await expectRefusal(post(body), 400, 'malformed-json');
    expect(error.message).not.toContain('secret');
    expect(bot.log.join()).not.toContain('secret');
  });

  it.each(['', '  \n'])('refuses the empty body %j', async (body) => {
    await expectRefusal(post(body), 400, 'empty-body');
  });

  it('refuses a request without any body', async () => {
    const response = await fetch(`${bot.url}/api/messages`, { method: 'POST' });
    expect(response.status).toBe(400);
  });

  it.each(['[]', '"text"', '5', 'null', 'true', '{}', '[{"type":"message"}]'])('refuses %s', async (body) => {
    await expectRefusal(post(body), 400, 'invalid-activity');
  });
});

describe('a body that is too much', () => {
  const large = (bytes: number): string => JSON.stringify({ ...aMessage(), text: 'x'.repeat(bytes) });

  it('refuses 10 MB by their announced length', async () => {
    await expectRefusal(post(large(10 * 1024 * 1024)), 413, 'body-too-large');
  });

  it('refuses 10 MB of chunks, and lets an ordinary client read the answer', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 160 ? controller.enqueue(chunk) : controller.close()),
    });
    const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
    const response = await fetch(`${bot.url}/api/messages`, request as RequestInit);
    expect(response.status).toBe(413);
  });

  it('lets a client that first sends all of 10 MB and only then reads see the answer', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1').pause();
    const sent = new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.write(`${head}Content-Length: 10485760\r\n\r\n`);
      socket.write(Buffer.alloc(10_485_760, 'x'), resolve);
    });
    await sent;
    const answer = once(socket.resume(), 'data') as Promise<[Buffer]>;
    expect(statusOf((await answer)[0].toString())).toBe(413);
    socket.destroy();
  });

  it('cuts off a client that never stops sending', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const announced = `${head}Content-Length: 999999999\r\n\r\n`;
    expect(statusOf(await sendRaw(bot.url, announced, 'x'.repeat(1000)))).toBe(413);
  });

  it('forgets a client that leaves in the middle of its body', async () => {
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1');
    const refused = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.write(`${head}Content-Length: 500\r\n\r\n{"type":`, resolve));
    socket.destroy();
    await refused;
    expect((await bot.post(aDirectMessage({ conversation: conversation('left') }))).status).toBe(200);
  });

  it.each(['[', '{"a":', '[{"a":'])('refuses %j nested without end', async (open) => {
    await expectRefusal(post(open.repeat(30_000)), 400, 'too-deep');
  });

  it('takes brackets inside a text for text', async () => {
    const text = `"${'['.repeat(500)}\\`;
    const response = await bot.post(aDirectMessage({ text, conversation: conversation('brackets') }));
    expect(await repliesIn(response)).toEqual([`1: ${text}`]);
  });

  it('answers a long text by its first 4,000 characters', async () => {
    const text = `${'x'.repeat(3999)}😀 and more`;
    const response = await bot.post(aDirectMessage({ text, conversation: conversation('long') }));
    expect(await repliesIn(response)).toEqual([`1: ${'x'.repeat(3999)}`]);
  });
});

const conversation = (id: string) => ({ id }) as NonNullable<ReturnType<typeof aMessage>['conversation']>;

describe('a body that is no Activity', () => {
  it.each(['type', 'channelId', 'conversation', 'from', 'recipient', 'serviceUrl'])(
    'refuses one without %s, and names the field',
    async (field) => {
      const { error } = await expectRefusal(post(without(field)), 400, 'invalid-activity');
      expect(error.message).toContain(field);
    },
  );

  it.each([
    { type: 5 },
    { type: '' },
    { conversation: 'c' },
    { conversation: {} },
    { conversation: { id: '' } },
    { from: { id: 7 } },
    { recipient: [] },
    { channelId: 'a/b' },
    { channelId: {} },
    { text: { toString: 'x' } },
    { id: { $ne: 1 } },
    { membersAdded: 'everyone' },
    { entities: [null] },
    { conversation: { id: 'x'.repeat(1001) } },
    { conversation: { id: 'a\u0000b' } },
    { conversation: { id: '\u{1F600}' } },
    { conversation: { id: 'c', isGroup: 'yes' } },
    { conversation: { id: 'c', tenantId: true } },
    { from: { id: 'u', aadObjectId: {} } },
    { from: { id: '\u0000' } },
    { recipient: { id: 'bot\u0007' } },
    { id: '\ud800' },
    { replyToId: 'a\nb' },
    { membersAdded: [{ id: '\u0000' }] },
  ])('refuses wrong values no. %#', async (changes) => {
    const body = { ...aMessage(), serviceUrl: connector.url, ...changes };
    await expectRefusal(post(JSON.stringify(body)), 400, 'invalid-activity');
  });

  it('takes a text without the signs in it that no database takes, and keeps its lines', async () => {
    const text = 'one\u0000\u0007\ttwo\nthree\u009f';
    const response = await bot.post(aDirectMessage({ text, conversation: conversation('controls') }));
    expect(await repliesIn(response)).toEqual(['1: one\ttwo\nthree']);
  });

  it.each(['conversationUpdate', 'installationUpdate'])(
    'takes a %s without recipient and text',
    async (type) => {
      const { recipient, text, ...notice } = aMessage({ type, serviceUrl: connector.url });
      expect(recipient && text).toBeDefined();
      expect((await bot.post(notice)).status).toBe(200);
    },
  );

  it('takes null for absent, and unknown fields and types as they come', async () => {
    const nulls = { text: null, locale: null, membersAdded: null, timestamp: null, somethingNew: { a: [1] } };
    const activity = { ...aMessage({ type: 'somethingNew', serviceUrl: connector.url }), ...nulls };
    expect((await bot.post(activity)).status).toBe(200);
  });

  it('keeps __proto__ keys from changing anything', async () => {
    const evil = '{"__proto__":{"polluted":true},"channelData":{"__proto__":{"polluted":true}},';
    const body = evil + JSON.stringify(aDirectMessage({ conversation: conversation('proto') })).slice(1);
    expect(statusOf(await post(body))).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a serviceUrl that leads elsewhere', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'https://smba.trafficmanager.net/amer/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.nip.io/',
    'http://user@127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'nonsense',
  ])('without credentials refuses %s', async (serviceUrl) => {
    const sent = post(JSON.stringify(aMessage({ serviceUrl })));
    await expectRefusal(sent, 403, 'service-url-not-allowed');
  });

  it('refuses it also when the replies would ride on the response', async () => {
    expect((await bot.post(aDirectMessage({ serviceUrl: 'http://10.0.0.1/' }))).status).toBe(403);
  });
});

describe('after all of it', () => {
  it('still holds a conversation', async () => {
    const message = aMessage({ serviceUrl: connector.url, conversation: conversation('after') });
    const response = await bot.post(message);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(connector.textsOf('after')).toEqual(['1: hello']);
    expect(connector.received.at(-1)).toMatchObject({ replyToId: message.id, from: { id: 'bot-1' } });
  });

  it('has answered nothing with 500', () => {
    expect(bot.log.filter((line) => (JSON.parse(line) as { status?: number }).status === 500)).toEqual([]);
  });
});
