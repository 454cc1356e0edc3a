// What people write and what is secret goes neither into the log, at its most talkative, nor into refusals.
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { inspect } from 'node:util';
import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';
import { createApp } from '../src/app';
import { readConfig, type Config } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import { openChat } from './helpers/directLineClient';
import { createTestApp } from './helpers/httpApp';
import { aDirectMessage, aMessage } from './helpers/httpBot';
import { startConnector } from './helpers/httpConnector';
import { startLogin } from './helpers/httpLogin';
import { APP_ID, forged, startOpenIdProvider } from './helpers/httpOpenId';
import { sendRaw } from './helpers/httpRaw';
import { KNOWLEDGE_DIR, MODEL_FILE } from './helpers/trainedModel';

jest.setTimeout(30_000);

/** Stands in everything that a person may write, or that opens something; no word of ours has it. */
const MARK = 'zqxmark';

let output: string;
let url: string;
/** Bodies of refusals and failures. */
let refusals: string[];

beforeEach(() => {
  output = '';
  refusals = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      output += inspect(args, { depth: 10 });
    });
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  expect(output).toContain('"level":30');
  expect(output.toLowerCase()).not.toContain(MARK);
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.join('\n').toLowerCase()).not.toContain(MARK);
});

const logger = () => createLogger('trace', { write: (line) => (output += line) });

/** @returns the status */
async function send(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(url + path, init);
  const body = await response.text();
  if (response.status >= 400) refusals.push(body);
  return response.status;
}

const post = (body: unknown, headers: Record<string, string> = {}): Promise<number> =>
  send('/api/messages', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A message with the mark in everything that is a person's. */
const marked = (changes: Partial<Activity> = {}): Partial<Activity> => ({
  ...aDirectMessage({
    text: `what does a coder do ${MARK}`,
    conversation: { id: `c-${MARK}`, name: MARK } as Activity['conversation'],
    from: { id: `u-${MARK}`, name: MARK },
    entities: [{ type: 'mention', text: MARK }],
    channelData: { secret: MARK },
    value: { [MARK]: MARK },
    locale: MARK,
    ...changes,
  }),
  serviceUrl: changes.serviceUrl,
});

describe('the whole bot', () => {
  it('says nothing of it, whatever is asked of it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'advisor-secrets-'));
    copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
    const app = await createApp(readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR }), logger());
    url = await app.listen();
    const connector = await startConnector();
    try {
      await talk(connector.url);
      await misbehave();
      await chat();
    } finally {
      await app.close();
      await connector.close();
      rmSync(dataDir, { recursive: true });
    }
  });

  async function talk(serviceUrl: string): Promise<void> {
    for (const text of [
      `coder pay ${MARK}`,
      'help me choose',
      `${MARK} 1`,
      `my mail is ${MARK}@example.com`,
      'forget me',
    ]) {
      expect(await post(marked({ text }))).toBe(200);
      expect(await post({ ...marked({ text }), deliveryMode: undefined, serviceUrl })).toBe(200);
    }
    const group = { id: `g-${MARK}`, isGroup: true, conversationType: 'groupChat', name: MARK };
    const inTeams = { channelId: 'msteams', conversation: group as Activity['conversation'] };
    expect(await post(marked(inTeams))).toBe(200);
    expect(await post(marked({ ...inTeams, type: 'messageUpdate' }))).toBe(200);
    for (const value of [
      { action: { verb: 'choose', data: { card: MARK, choice: MARK } } },
      { action: { verb: MARK } },
      { actionName: 'feedback', actionValue: { reaction: 'like', feedback: MARK } },
    ]) {
      expect(await post(marked({ ...inTeams, type: 'invoke', name: 'adaptiveCard/action', value }))).toBe(
        200,
      );
      await post(marked({ ...inTeams, type: 'invoke', name: 'message/submitAction', value }));
    }
  }

  async function misbehave(): Promise<void> {
    for (const body of [`{"text": "${MARK}`, `"${MARK}"`, `[${'['.repeat(100)}"${MARK}"`, `{"${MARK}": 1}`]) {
      expect(await post(body)).toBe(400);
    }
    for (const changes of [
      { [MARK]: undefined, recipient: undefined },
      { recipient: { id: 7, name: MARK } },
      { membersAdded: [{ name: MARK }] },
      { deliveryMode: `\u0000${MARK}` },
    ]) {
      expect(await post({ ...marked(), ...changes })).toBe(400);
    }
    expect(await post(marked({ serviceUrl: `https://user:${MARK}@evil.example/${MARK}` }))).toBe(403);
    expect(await post(marked(), { 'Content-Type': `text/${MARK}` })).toBe(415);
    expect(await post(marked(), { 'Content-Encoding': MARK })).toBe(415);
    for (const path of [
      `/${MARK}`,
      `/results/${MARK}`,
      `/results/${MARK.padEnd(43, 'x')}`,
      `/results/%zz${MARK}`,
      `/a?${MARK}`,
    ]) {
      expect(await send(path, { headers: { Cookie: MARK, Referer: `https://a.example/${MARK}` } })).toBe(404);
    }
    expect(await send(`/healthz?${MARK}`, { method: 'DELETE' })).toBe(405);
    const suggestion = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    await send('/widget/suggestions', { ...suggestion, body: JSON.stringify({ text: MARK }) });
    await send('/widget/suggestions', { ...suggestion, body: JSON.stringify({ [MARK]: MARK }) });
    for (const raw of [
      `GET /${MARK} HTTP/1.1\r\nHost: ${MARK}|\r\nConnection: close\r\n\r\n`,
      `${MARK}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: a\r\n${MARK}\r\n\r\n`,
      `GET /${MARK} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ]) {
      refusals.push((await sendRaw(url, raw)).toString());
    }
  }

  async function chat(): Promise<void> {
    const open = await openChat(url);
    const path = `/directline/conversations/${open.conversationId}`;
    const json = { 'Content-Type': 'application/json' };
    const good = { Authorization: `Bearer ${open.token}` };
    await open.post(`what does a coder do ${MARK}`);
    await open.texts(3);
    expect(await send(`${path}/activities`, { headers: { Authorization: `Bearer ${MARK}` } })).toBe(403);
    expect(await send(`${path}/activities?watermark=${MARK}`, { headers: good })).toBe(400);
    for (const body of [
      `{"text":"${MARK}`,
      { type: MARK },
      { type: 'message', text: 5, name: MARK },
      { type: 'message', locale: `${MARK} ` },
    ]) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      expect(
        await send(`${path}/activities`, { method: 'POST', headers: { ...good, ...json }, body: text }),
      ).toBe(400);
    }
    expect(
      await send(`${path}/activities`, {
        method: 'POST',
        headers: { ...good, ...json },
        body: JSON.stringify({ type: 'message', text: MARK.repeat(1000) }),
      }),
    ).toBe(413);
    await send('/directline/tokens/generate', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ resume: MARK }),
    });
    expect(
      await send('/directline/tokens/generate', {
        method: 'POST',
        headers: { ...json, Origin: `https://${MARK}.example` },
      }),
    ).toBe(403);
    for (const address of [`${open.streamUrl}${MARK}`, open.streamUrl.replace(open.conversationId, MARK)]) {
      const socket = new WebSocket(address).on('error', () => undefined);
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, NodeJS.ReadableStream];
      for await (const chunk of response) refusals.push(String(chunk));
    }
    const stream = new WebSocket(open.streamUrl).on('error', () => undefined);
    await once(stream, 'open');
    stream.send(MARK.repeat(1000));
    await once(stream, 'close');
    for (const secret of [open.token, open.resume, new URL(open.streamUrl).searchParams.get('t')!]) {
      expect(output).not.toContain(secret);
    }
  }
});

describe('a bot at Azure', () => {
  it('says nothing of its password, of tokens good and bad, of what a failing turn was about', async () => {
    const provider = await startOpenIdProvider();
    const login = await startLogin();
    const echo = createServer((req, res) => {
      res.writeHead(403, { 'Content-Type': 'application/json' });
      void textOf(req).then((sent) =>
        res.end(JSON.stringify({ error: { code: 'Forbidden', message: sent } })),
      );
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    const serviceUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
    const config: Config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: ':memory:',
      SERVICE_URLS: serviceUrl,
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: `${MARK}-pa55word`,
      MicrosoftAppTenantId: 'b0b0b0b0-0000-4000-8000-000000000002',
      DIRECT_LINE_SECRET: `${MARK}.secret`,
      LOG_LEVEL: 'trace',
    });
    const app = await createTestApp(config, logger(), {
      cloud: provider.cloud,
      credentialsFactory: login.credentialsFactory(
        APP_ID,
        `${MARK}-pa55word`,
        'b0b0b0b0-0000-4000-8000-000000000002',
      ),
      firstRetryMs: 1,
      turn: async (context) => {
        if (context.activity.text?.startsWith('fail')) throw new TypeError('x is not a function');
        await context.sendActivity(`You said ${context.activity.text}`);
      },
    });
    url = await app.listen();
    try {
      const tokenFor = (claims: object) => `Bearer ${provider.token({ ...claims, secret: MARK })}`;
      const good = { Authorization: tokenFor({}) };
      const bound = { Authorization: tokenFor({ serviceurl: serviceUrl }) };
      for (const text of [`fail ${MARK}`, MARK]) {
        expect(await post(marked({ text }), good)).toBe(200);
        // The reply is refused by the connector, so the turn fails while it sends.
        const message = { ...aMessage({ text, serviceUrl }), from: { id: MARK, name: MARK } };
        expect(await post(message, bound)).toBe(200);
      }
      const bad = [
        MARK,
        `Bearer ${MARK}`,
        `Bearer ${provider.token({ aud: 'another-bot', sub: MARK })}`,
        `Bearer ${provider.token({ iss: MARK })}`,
        `Bearer ${provider.token({}, { kid: MARK })}`,
        `Bearer ${provider.token({ sub: MARK }, {}, forged)}`,
        `Bearer ${provider.token({ exp: 1, sub: MARK })}`,
      ];
      for (const authorization of bad)
        expect(await post(marked(), { Authorization: authorization })).toBe(401);
      expect(output).toContain('the turn failed');
      expect(output).toContain('caller not authenticated');
      expect(output).not.toContain(good.Authorization.slice(7));
      expect(output).not.toContain('token-of-the-login');
      expect(inspect(config, { depth: 10, showHidden: true }) + JSON.stringify(config)).not.toContain(MARK);
    } finally {
      await app.close();
      await provider.close();
      await login.close();
      echo.close();
    }
  });
});
