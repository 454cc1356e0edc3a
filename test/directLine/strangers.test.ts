// Who may not: other people, other pages, other places, too much of it. Every refusal is plain and ends nothing.
import { request } from 'node:http';
import { connect } from 'node:net';
import type { Activity } from 'botbuilder';
import { SignJWT } from 'jose';
import { call, openChat, openStream, type Access, type Chat } from '../helpers/directLineClient';
import { aDirectMessage } from '../helpers/httpBot';
import { startDirectLine, type DirectLineApp, type DirectLineAppOptions } from '../helpers/directLineApp';

let app: DirectLineApp;
const start = async (options?: DirectLineAppOptions): Promise<string> =>
  (app = await startDirectLine(options)).url;
afterEach(async () => {
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  await app.close();
});

/** Every call about a conversation, with a token of one's choice. */
const CALLS: [string, (url: string, id: string, token?: string) => Promise<{ status: number }>][] = [
  ['reading', (url, id, token) => call(url, `/conversations/${id}/activities`, { token })],
  ['taking up', (url, id, token) => call(url, `/conversations/${id}`, { token })],
  [
    'writing',
    (url, id, token) =>
      call(url, `/conversations/${id}/activities`, { token, json: { type: 'message', text: 'intruder' } }),
  ],
  ['uploading', (url, id, token) => call(url, `/conversations/${id}/upload`, { token, method: 'POST' })],
];

describe("another person's conversation", () => {
  it.each(CALLS)('stays closed for %s', async (_, attempt) => {
    const url = await start();
    const [victim, stranger] = [await openChat(url), await openChat(url)];
    await victim.post('my secret');
    await victim.texts(3);
    const forged = async (secret: Uint8Array, header: { alg: string; kid?: string }): Promise<string> =>
      new SignJWT({ conv: victim.conversationId, user: 'x' })
        .setProtectedHeader(header)
        .setIssuer('career-advisor')
        .setAudience('access')
        .setExpirationTime('1h')
        .sign(secret);
    const [, body] = victim.token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const tokens = [
      stranger.token,
      victim.resume,
      new URL(victim.streamUrl).searchParams.get('t')!,
      await forged(new Uint8Array(32), { alg: 'HS256' }),
      await forged(new Uint8Array(32), { alg: 'HS256', kid: 'x' }),
      `${none}.${body}.`,
      'garbage',
    ];
    for (const token of tokens) {
      expect(await attempt(url, victim.conversationId, token)).toMatchObject({
        status: 403,
        body: { error: { code: 'token-invalid' } },
      });
    }
    expect((await attempt(url, victim.conversationId)).status).toBe(401);
    expect(await victim.texts(3)).toEqual(['welcome', 'my secret', '1: my secret']);
    expect((await stranger.read()).activities.map(({ text }) => text)).not.toContain('1: my secret');
  });

  it.each([true, false, 5, null, {}, [], { a: 1 }, '', "' or 1=1", '\u0000', 'x'.repeat(500)])(
    'stays closed, and the bot alive, for a token whose key is %j',
    async (kid) => {
      const url = await start();
      const { conversationId } = await openChat(url);
      const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      const token = `${encoded({ alg: 'HS256', kid })}.${encoded({ aud: 'access' })}.AAAA`;
      expect((await call(url, '/tokens/refresh', { token, method: 'POST' })).status).toBe(403);
      const { body } = await call<Access>(url, '/tokens/generate', { json: { resume: token } });
      expect(body.resumed).toBe(false);
      const address = `${url.replace('http', 'ws')}/directline/conversations/${conversationId}/stream?t=${token}`;
      await expect(openStream(address)).rejects.toThrow('403');
    },
  );

  it('cannot be led from the address of other channels, where nobody proves who they are', async () => {
    const url = await start();
    const victim = await openChat(url);
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(
        aDirectMessage({
          channelId: 'directline',
          conversation: { id: victim.conversationId } as Activity['conversation'],
          text: 'forget me',
        }),
      ),
    });
    expect(response.status).toBe(403);
    expect(await victim.texts(1)).toEqual(['welcome']);
  });

  it('cannot be streamed with a stream token of one’s own, nor with an access token', async () => {
    const url = await start();
    const [victim, stranger] = [await openChat(url), await openChat(url)];
    const mine = new URL(stranger.streamUrl).searchParams.get('t')!;
    for (const token of [mine, victim.token, victim.resume]) {
      const address = new URL(victim.streamUrl);
      address.searchParams.set('t', token);
      await expect(openStream(address.href)).rejects.toThrow('403');
    }
  });

  it('cannot be taken up with a ticket that is none: that begins a new one', async () => {
    const url = await start();
    const victim = await openChat(url);
    for (const resume of [victim.token, `${victim.resume}x`, 'x', '']) {
      const { status, body } = await call<Access>(url, '/tokens/generate', { json: { resume } });
      expect(status).toBe(200);
      expect(body).toMatchObject({ resumed: false });
      expect(body.conversationId).not.toBe(victim.conversationId);
    }
  });
});

describe('a token', () => {
  const MINUTE = 60_000;
  let now: number;
  let chat: Chat;
  let url: string;
  const read = (token: string) => call(url, `/conversations/${chat.conversationId}/activities`, { token });
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 28);
    url = await start({ now: () => now });
    chat = await openChat(url);
  });

  it('expires after half an hour with a 403 that says so, as clients expect', async () => {
    now += 29 * MINUTE;
    expect((await read(chat.token)).status).toBe(200);
    now += 2 * MINUTE;
    expect(await read(chat.token)).toMatchObject({ status: 403, body: { error: { code: 'token-expired' } } });
    expect((await call(url, '/tokens/refresh', { token: chat.token, method: 'POST' })).status).toBe(403);
  });

  it('is renewed while it lasts', async () => {
    now += 29 * MINUTE;
    const { body } = await call<Access>(url, '/tokens/refresh', { token: chat.token, method: 'POST' });
    expect(body).toMatchObject({ conversationId: chat.conversationId, expires_in: 1800 });
    now += 29 * MINUTE;
    expect((await read(body.token)).status).toBe(200);
  });

  it('comes anew with the ticket, days after, and the ticket with it', async () => {
    now += 29 * 24 * 60 * MINUTE;
    const { body } = await call<Access>(url, '/tokens/generate', { json: { resume: chat.resume } });
    expect(body).toMatchObject({ resumed: true, conversationId: chat.conversationId });
    now += 29 * 24 * 60 * MINUTE;
    const later = await call<Access>(url, '/tokens/generate', { json: { resume: body.resume } });
    expect(later.body.resumed).toBe(true);
    const tooLate = await call<Access>(url, '/tokens/generate', { json: { resume: chat.resume } });
    expect(tooLate.body.resumed).toBe(false);
  });

  it('outlives the key that signed it, for as long as a ticket may', async () => {
    now += 20 * 24 * 60 * MINUTE;
    const { body } = await call<Access>(url, '/tokens/generate', { json: { resume: chat.resume } });
    now += 25 * 24 * 60 * MINUTE;
    await openChat(url);
    expect(await app.db.selectFrom('signing_keys').select('id').execute()).toHaveLength(2);
    const later = await call<Access>(url, '/tokens/generate', { json: { resume: body.resume } });
    expect(later.body.resumed).toBe(true);
    now += 40 * 24 * 60 * MINUTE;
    const tooLate = await call<Access>(url, '/tokens/generate', { json: { resume: later.body.resume } });
    expect(tooLate.body.resumed).toBe(false);
  });

  it('is never logged, nor is what was said', async () => {
    await chat.post('my dear words');
    await chat.texts(3);
    await read(`${chat.token}x`);
    const log = app.logLines.join('');
    for (const secret of [chat.token, chat.resume, 'my dear words']) expect(log).not.toContain(secret);
  });
});

describe('a conversation that is no more', () => {
  it.each(CALLS.slice(0, 3))('is 404 for %s', async (_, attempt) => {
    const url = await start();
    const chat = await openChat(url);
    await app.db.deleteFrom('direct_line_conversations').execute();
    expect((await attempt(url, chat.conversationId, chat.token)).status).toBe(404);
    await expect(openStream(chat.streamUrl)).rejects.toThrow('404');
  });
});

describe('a page of another origin', () => {
  const FRIEND = 'https://school.example';
  const STRANGER = 'https://evil.example';
  const generate = (url: string, headers: Record<string, string>) =>
    call<Access>(url, '/tokens/generate', { method: 'POST', headers });

  it('may not begin, read or stream a chat, unless it is named', async () => {
    const url = await start({ env: { WIDGET_ORIGINS: FRIEND } });
    for (const origin of [STRANGER, 'null', `${FRIEND}.evil.example`, FRIEND.replace('https', 'http')]) {
      const { status, body, headers } = await generate(url, { Origin: origin });
      expect([status, body.error?.code]).toEqual([403, 'origin-not-allowed']);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    const { status, headers } = await generate(url, { Origin: FRIEND });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, FRIEND]);
    expect(headers.get('vary')).toContain('Origin');
    const chat = await openChat(url);
    await expect(openStream(chat.streamUrl, { Origin: STRANGER })).rejects.toThrow('403');
    await expect(openStream(chat.streamUrl, { Origin: FRIEND })).resolves.toBeDefined();
  });

  it('is told before the call what it may, and the refused are told nothing', async () => {
    const url = await start({ env: { WIDGET_ORIGINS: FRIEND } });
    const ask = (Origin: string) =>
      fetch(`${url}/directline/conversations/abc/activities`, {
        method: 'OPTIONS',
        headers: {
          Origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,content-type,x-ms-bot-agent',
        },
      });
    const allowed = await ask(FRIEND);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(allowed.headers.get('access-control-allow-headers')).toMatch(/authorization.*x-ms-bot-agent/);
    const refused = await ask(STRANGER);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is none of another origin where it is served by us, under whichever name', async () => {
    const url = await start({ env: { PUBLIC_URL: 'https://bot.example/advisor' } });
    expect((await generate(url, { Origin: url })).status).toBe(200);
    expect((await generate(url, { Origin: 'https://bot.example' })).status).toBe(200);
    expect((await generate(url, { Origin: STRANGER })).status).toBe(403);
    expect(new URL((await openChat(url)).streamUrl).href).toMatch(
      /^wss:\/\/bot\.example\/advisor\/directline\//,
    );
  });
});

describe('too much', () => {
  it('is a fourth new chat in a minute, where three are allowed; the old go on', async () => {
    const url = await start({ env: { CHATS_PER_MINUTE: '3', PROXY_HOPS: '1' } });
    const from = (address: string) =>
      call<Access>(url, '/tokens/generate', { method: 'POST', headers: { 'X-Forwarded-For': address } });
    const [{ body: first }] = [
      await from('10.0.0.1'),
      await from('10.0.0.1'),
      await from('6.6.6.6, 10.0.0.1'),
    ];
    const refused = await from('10.0.0.1');
    expect([refused.status, refused.body.error?.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('10.0.0.2')).status).toBe(200);
    await call(url, '/conversations', { token: first.token, method: 'POST' });
    const resumed = await call<Access>(url, '/tokens/generate', {
      json: { resume: first.resume },
      headers: { 'X-Forwarded-For': '10.0.0.1' },
    });
    expect(resumed.body).toMatchObject({ resumed: true });
  });

  it('is a sixty-first message in a minute', async () => {
    const url = await start();
    const chat = await openChat(url);
    const statuses: number[] = [];
    for (let at = 0; at < 61; at++) statuses.push((await chat.post(`${at}`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
    expect((await (await openChat(url)).post('another chat')).status).toBe(200);
  });

  it('is a message of more than 4000 characters', async () => {
    const url = await start();
    const chat = await openChat(url);
    expect(await chat.post('x'.repeat(4001))).toMatchObject({
      status: 413,
      body: { error: { message: expect.stringContaining('4000') as string } },
    });
    expect((await chat.post('\u{1F600}'.repeat(2000))).status).toBe(200);
  });
});

describe('what is no activity', () => {
  it.each<[string, unknown, number]>([
    ['a list', [], 400],
    ['null', null, 400],
    ['another type', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, 400],
    ['no type', { text: 'hello' }, 400],
    ['a number for a text', { type: 'message', text: 5 }, 400],
    ['a client id without end', { type: 'message', channelData: { clientActivityID: 'x'.repeat(201) } }, 400],
    ['a client id with a null in it', { type: 'message', channelData: { clientActivityID: '\u0000' } }, 400],
    ['a language that is none', { type: 'message', locale: '\u0000' }, 400],
    ['a fat value', { type: 'message', value: 'x'.repeat(3000) }, 400],
    ['a fat button', { type: 'message', channelData: { messageBack: { x: 'x'.repeat(3000) } } }, 400],
    ['a file', { type: 'message', attachments: [{ contentUrl: 'data:,x' }] }, 415],
    ['a large body', { type: 'message', value: 'x'.repeat(70_000) }, 413],
  ])('is refused plainly: %s', async (_, json, status) => {
    const url = await start();
    const chat = await openChat(url);
    const answer = await call(url, `/conversations/${chat.conversationId}/activities`, {
      token: chat.token,
      json,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.error?.message).toMatch(/^[A-Z].*\.$/);
    expect((await chat.read()).activities.map(({ text }) => text)).toEqual(['welcome']);
  });

  it('is a text with signs in it that no database takes: it is taken without them', async () => {
    const url = await start();
    const chat = await openChat(url);
    expect((await chat.post('one\u0000 two')).status).toBe(200);
    expect(await chat.texts(3)).toEqual(['welcome', 'one two', '1: one two']);
  });

  it('is taken, and leaves no trace, where it says that somebody types', async () => {
    const url = await start();
    const chat = await openChat(url);
    expect((await chat.post('', { type: 'typing' })).status).toBe(200);
    await chat.post('hello');
    expect(await chat.texts(3)).toEqual(['welcome', 'hello', '1: hello']);
  });
});

describe('an upgrade', () => {
  it.each(['/', '/directline/conversations/x/stream', '/directline/conversations/%00/stream?t=x'])(
    'of %s is refused, and the connection ends',
    async (path) => {
      const url = new URL(path, await start());
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request(url, { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } })
          .on('response', (response) => {
            response.resume().on('end', () => resolve(response.statusCode));
          })
          .on('error', reject)
          .end();
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );

  it('leaves no connection open to one who does not hang up', async () => {
    const { hostname, port } = new URL(await start());
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    socket.write('GET /x HTTP/1.1\r\nHost: bot\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.on('error', () => undefined).resume();
    await new Promise((resolve) => socket.once('end', resolve));
    // Our half stays open; a socket that is gone answers with a reset, which closes it.
    while (!socket.destroyed) {
      socket.write('x');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(socket.destroyed).toBe(true);
  });
});
