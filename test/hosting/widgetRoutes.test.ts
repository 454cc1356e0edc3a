// The routes of the chat on websites over real HTTP, with small files in the place of the built ones.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createAdapter } from '../../src/hosting/adapter';
import { readConfig } from '../../src/hosting/config';
import { createHealth } from '../../src/hosting/health';
import { createServer, type BotServer } from '../../src/hosting/server';
import { readWidgetFiles } from '../../src/hosting/widgetFiles';
import { addWidgetRoutes } from '../../src/hosting/widgetRoutes';
import { createLogger } from '../../src/logging';
import { createTurnQueue } from '../../src/turns/turnQueue';
import { WIDGET_WORDS } from '../helpers/builders';

const CHAT = 'console.log("chat");'.repeat(50);
const SPANISH = {
  ...WIDGET_WORDS,
  launcher: { ...WIDGET_WORDS.launcher, unread: 'nuevo' },
  chat: { ...WIDGET_WORDS.chat, send: 'Enviar </script><b>' },
  home: { ...WIDGET_WORDS.home, title: 'Orientador' },
};

let folder: string;
let server: BotServer;
let url: string;
let asked: string[];

beforeEach(async () => {
  asked = [];
  folder = mkdtempSync(join(tmpdir(), 'advisor-widget-'));
  const files = {
    'widget.js': 'start(__LAUNCHER_WORDS__);',
    'chat-abc.js': CHAT,
    'chat-abc.js.br': brotliCompressSync(CHAT),
    'chat-abc.js.gz': gzipSync(CHAT),
    'chat-def.css': 'body{}',
    'licences.txt': 'MIT',
    'secret.txt': 'secret',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  await start();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function start(env: Record<string, string> = {}): Promise<void> {
  const config = readConfig({ PORT: '0', ...env });
  const logger = createLogger('silent');
  const failure = { logger, errorText: () => 'sorry', resetDialog: () => Promise.resolve() };
  server = createServer({
    config,
    adapter: createAdapter(config, failure),
    bot: () => Promise.resolve(),
    queue: createTurnQueue(),
    logger,
    health: createHealth('1.2.3'),
    takeUpgrade: () => false,
    onIdle: () => undefined,
  });
  addWidgetRoutes(server.restify, {
    files: readWidgetFiles(folder)!,
    config,
    languages: () => ({ en: WIDGET_WORDS, es: SPANISH }),
    suggest: (text) => {
      asked.push(text);
      return Promise.resolve(['How much does a coder earn?']);
    },
  });
  url = await server.listen();
}

async function restart(env: Record<string, string>): Promise<void> {
  await server.close();
  await start(env);
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

describe('GET /', () => {
  it('is a page that runs nothing but its own script', async () => {
    const response = await get('/');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(policyOf(response)).toContain(`default-src 'none'; script-src 'self'; style-src 'sha256-${hash}'`);
  });

  it('gives the line to copy with the address for people', async () => {
    await restart({ PUBLIC_URL: 'https://example.org/bot' });
    const page = await (await get('/')).text();
    expect(page).toContain('https://example.org/bot/widget.js');
    expect(page).toContain('<script src="/bot/widget.js" defer');
  });

  it('gives the address it was asked for under where no other is known', async () => {
    const page = await (await get('/')).text();
    expect(page).toContain(`${url}/widget.js`);
    expect(page).toContain('<script src="widget.js" defer');
  });

  it('is in the language that the browser would rather have', async () => {
    const response = await get('/', { 'Accept-Language': 'fr, es-MX;q=0.9, en;q=0.8' });
    expect(response.headers.get('vary')).toBe('Accept-Language');
    const page = await response.text();
    expect(page).toContain('<html lang="es">');
    expect(page).toContain('Orientador</h1>');
  });
});

describe('GET /widget.js', () => {
  it('is the launcher with its words in every language', async () => {
    const response = await get('/widget.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const words = JSON.stringify({ en: WIDGET_WORDS.launcher, es: SPANISH.launcher });
    expect(await response.text()).toBe(`start(${words});`);
  });

  it('may be used by any page, for minutes, and costs little when it did not change', async () => {
    const first = await get('/widget.js');
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const tag = first.headers.get('etag')!;
    const second = await get('/widget.js', { 'If-None-Match': `"x", W/${tag}` });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect((await get('/widget.js', { 'If-None-Match': '"x"' })).status).toBe(200);
  });
});

describe('GET /widget/chat', () => {
  it('holds the words of the language asked for, as data that cannot break out', async () => {
    const page = await (await get('/widget/chat?language=es', { 'Accept-Language': 'en' })).text();
    expect(page).toContain('<html lang="es">');
    const [, json] = /<script type="application\/json" id="content">(.*?)<\/script>/s.exec(page)!;
    expect(JSON.parse(json!)).toMatchObject({ language: 'es', words: SPANISH.chat });
  });

  it('lets in its own script, and styles under a nonce that is new each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await get('/widget/chat');
        const [, nonce] = /style-src 'self' 'nonce-([\w+/=]+)'/.exec(policyOf(response))!;
        expect(policyOf(response)).toContain("script-src 'self';");
        expect(policyOf(response)).not.toContain('unsafe');
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(await response.text()).toContain(`"nonce":"${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('may be framed by our own pages and those of WIDGET_ORIGINS', async () => {
    expect(policyOf(await get('/widget/chat'))).toMatch(/frame-ancestors 'self'$/);
    await restart({ WIDGET_ORIGINS: 'https://school.example, http://localhost:8080' });
    expect(policyOf(await get('/widget/chat'))).toMatch(
      /frame-ancestors 'self' https:\/\/school\.example http:\/\/localhost:8080$/,
    );
  });

  it('talks to us alone, and to Azure where its Direct Line is used', async () => {
    expect(policyOf(await get('/widget/chat'))).toContain("connect-src 'self';");
    await restart({ DIRECT_LINE_SECRET: 'x', DIRECT_LINE_URL: 'https://europe.directline.botframework.com' });
    expect(policyOf(await get('/widget/chat'))).toContain(
      "connect-src 'self' https://europe.directline.botframework.com wss://europe.directline.botframework.com;",
    );
  });
});

describe('the files of the chat', () => {
  it.each([
    ['br', 'gzip, br'],
    ['gzip', 'gzip'],
  ])('come as %s to who takes %s', async (coding, accepted) => {
    const response = await get('/widget/chat-abc.js', { 'Accept-Encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(CHAT);
  });

  it('come as they are to who takes nothing else, and may be kept for ever', async () => {
    const response = await get('/widget/chat-abc.js', { 'Accept-Encoding': 'br;q=0' });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(CHAT);
  });

  it('are all that there is', async () => {
    for (const path of ['/widget/secret.txt', '/widget/chat-old.js', '/widget/..%2fpackage.json', '/widget/'])
      expect((await get(path)).status).toBe(404);
    expect((await get('/widget/licences.txt')).status).toBe(200);
  });
});

describe('POST /widget/suggestions', () => {
  const ask = (body: unknown) =>
    fetch(`${url}/widget/suggestions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('gives the questions that a text may be on the way to', async () => {
    const response = await ask({ text: ' how much ' });
    expect(await response.json()).toEqual({ questions: ['How much does a coder earn?'] });
    expect(asked).toEqual(['how much']);
  });

  it('looks at 200 characters at most, and at nothing of nothing', async () => {
    await ask({ text: 'x'.repeat(500) });
    expect(await (await ask({ text: '  ' })).json()).toEqual({ questions: [] });
    expect(asked).toEqual(['x'.repeat(200)]);
  });

  it.each<[unknown, number]>([
    [{}, 400],
    [null, 400],
    [{ text: 1 }, 400],
    [{ text: 'x'.repeat(5000) }, 413],
  ])('refuses what is no short text', async (body, status) => expect((await ask(body)).status).toBe(status));
});

describe('HEAD', () => {
  it.each(['/', '/widget.js', '/widget/chat', '/widget/chat-abc.js'])(
    'of %s is its head alone',
    async (path) => {
      const response = await fetch(`${url}${path}`, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
      expect(await response.text()).toBe('');
    },
  );
});

describe('readWidgetFiles', () => {
  it('finds nothing where nothing was built', () => {
    expect(readWidgetFiles(join(folder, 'nowhere'))).toBeUndefined();
    rmSync(join(folder, 'chat-abc.js'));
    expect(readWidgetFiles(folder)).toBeUndefined();
  });
});
