// What every answer of the whole bot tells browsers: pages, files, data, refusals of all kinds.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../src/app';
import { readConfig } from '../../src/hosting/config';
import { createLogger } from '../../src/logging';
import { startBot } from '../helpers/httpBot';
import { sendRaw } from '../helpers/httpRaw';
import { KNOWLEDGE_DIR, MODEL_FILE } from '../helpers/trainedModel';

jest.setTimeout(30_000);

const FRIEND = 'https://www.school.example';

let dataDir: string;
let app: App;
let url: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'advisor-headers-'));
  copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
  const env = {
    PORT: '0',
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR,
    PUBLIC_URL: 'https://bot.example',
    WIDGET_ORIGINS: FRIEND,
  };
  app = await createApp(readConfig(env), createLogger('silent'));
  url = await app.listen();
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true });
});

/** The headers of a raw answer, names in lower case. */
function headersOf(answer: string): Headers {
  const [, ...lines] = answer.slice(0, answer.indexOf('\r\n\r\n')).split('\r\n');
  return new Headers(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

function expectSafe(headers: Headers): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same|cross)-origin$/);
  expect(headers.get('server')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(policy).toContain('frame-ancestors');
}

describe('every answer', () => {
  const post = { method: 'POST' };
  const json = { ...post, headers: { 'Content-Type': 'application/json' }, body: '{}' };

  it.each<[string, RequestInit, number]>([
    ['/', {}, 200],
    ['/', { method: 'HEAD' }, 200],
    ['/privacy', {}, 200],
    ['/terms', {}, 200],
    ['/widget.js', {}, 200],
    ['/widget/chat', {}, 200],
    ['/widget/licences.txt', {}, 200],
    ['/widget/suggestions', { ...json, body: '{"text":"what does a co"}' }, 200],
    ['/widget/suggestions', json, 400],
    ['/healthz', {}, 200],
    ['/readyz', {}, 200],
    ['/results/x', {}, 404],
    ['/results/%zz', {}, 404],
    ['/api/messages', json, 400],
    ['/api/messages', {}, 405],
    ['/api/messages', { ...json, headers: { 'Content-Type': 'text/plain' } }, 415],
    ['/directline/tokens/generate', post, 200],
    ['/directline/tokens/generate', { ...post, headers: { Origin: 'https://evil.example' } }, 403],
    ['/directline/tokens/refresh', post, 401],
    ['/directline/conversations', post, 401],
    ['/directline/conversations/x', {}, 401],
    ['/directline/conversations/x/activities', {}, 401],
    ['/directline/conversations/x/activities', post, 401],
    ['/directline/conversations/x/upload', post, 401],
    ['/directline/conversations/x/activities', { method: 'OPTIONS', headers: { Origin: FRIEND } }, 204],
    ['/nowhere', {}, 404],
  ])('of %s %j has its security headers (%d)', async (path, init, status) => {
    const response = await fetch(url + path, init);
    expect(response.status).toBe(status);
    expectSafe(response.headers);
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const mayBeKept = /^\/widget(\.js|\/licences)/.test(path);
    if (!mayBeKept) expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('lets nobody frame it, save the chat, which our pages and the named may', async () => {
    const ancestors = async (path: string) =>
      /frame-ancestors ([^;]+)/.exec(
        (await fetch(url + path)).headers.get('content-security-policy') ?? '',
      )?.[1];
    expect(await ancestors('/widget/chat')).toBe(`'self' ${FRIEND}`);
    for (const path of ['/', '/privacy', '/results/x', '/nowhere'])
      expect(await ancestors(path)).toBe("'none'");
  });

  it.each([
    ['a refused upgrade', 'GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['what is no HTTP', 'garbage\r\n\r\n'],
    ['a malformed Host', 'GET / HTTP/1.1\r\nHost: a|b\r\nConnection: close\r\n\r\n'],
  ])('to %s has them too', async (_, request) => {
    expectSafe(headersOf(await sendRaw(url, request)));
  });

  it('says nothing of https where people do not come by it', async () => {
    const plain = await startBot();
    const response = await fetch(`${plain.url}/healthz`);
    expect(response.headers.get('strict-transport-security')).toBeNull();
    await plain.close();
  });
});
