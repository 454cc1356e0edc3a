// Results over real HTTP and in a real database: published as a dialog does it, opened as a browser does it.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextDocument } from '../../src/domain/document';
import type { ResultPages } from '../../src/domain/resultPages';
import { createAdapter } from '../../src/hosting/adapter';
import { readConfig } from '../../src/hosting/config';
import { createHealth } from '../../src/hosting/health';
import { createLogger } from '../../src/logging';
import { publicAddress } from '../../src/hosting/publicUrl';
import { createResultPages } from '../../src/hosting/resultPages';
import { addResultRoute } from '../../src/hosting/resultRoute';
import { createServer } from '../../src/hosting/server';
import { createTurnQueue } from '../../src/turns/turnQueue';
import { openDatabase } from '../../src/state/database';
import { createResultPageStore } from '../../src/state/resultPageStore';
import { PHRASES } from '../helpers/builders';
import { sendRaw, statusOf } from '../helpers/httpRaw';

interface Site {
  readonly url: string;
  readonly pages: ResultPages;
  readonly db: Awaited<ReturnType<typeof openDatabase>>;
  /** Publishes a result that says `text`; its link. */
  publish(owner: string, text?: string): Promise<string>;
  close(): Promise<void>;
}

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

let now: number;
let log: string[];
let folder: string;
let site: Site;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22);
  log = [];
  folder = mkdtempSync(join(tmpdir(), 'advisor-results-'));
  site = await start();
});
afterEach(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

async function start(env: Record<string, string> = {}): Promise<Site> {
  const config = readConfig({ PORT: '0', DATA_DIR: folder, ...env });
  const logger = createLogger('trace', { write: (line) => log.push(line) });
  const db = await openDatabase(config.dataDir);
  const store = createResultPageStore(db, () => now);
  const nothing = (): Promise<void> => Promise.resolve();
  const adapter = createAdapter(config, { logger, errorText: () => 'sorry', resetDialog: nothing });
  const health = createHealth('1.2.3');
  const server = createServer({ config, adapter, bot: nothing, queue: createTurnQueue(), logger, health });
  addResultRoute(server.restify, { store, phrases: () => PHRASES, proxyHops: 0 });
  let listening: string | undefined;
  const pages = createResultPages(store, () => publicAddress(config, listening));
  const url = (listening = await server.listen());
  return {
    url,
    pages,
    db,
    publish: async (owner, text = 'text') => (await pages.publish(owner, aDocument(text)))?.url ?? 'no link',
    async close() {
      await server.close();
      await db.destroy();
    },
  };
}

const aDocument = (text: string): TextDocument => [
  { kind: 'heading', level: 1, text: 'Your result' },
  { kind: 'paragraph', text },
];

const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

const statusAt = async (link: string): Promise<number> => (await fetch(link)).status;

describe('a published result', () => {
  it('opens at its link, and says until when', async () => {
    const published = await site.pages.publish('ann', aDocument('Coding <fits> you.'));
    expect(published?.expires).toEqual(new Date(now + THIRTY_DAYS));
    expect(published?.url).toMatch(new RegExp(`^${site.url}/results/[\\w-]{43}$`));
    const response = await fetch(published!.url);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<h1>Your result</h1>');
    expect(page).toContain('Coding &lt;fits&gt; you.');
    expect(page).toContain('pageExpires December 22, 2026');
  });

  it('is a page that no cache, index or other site gets hold of, and that can run nothing', async () => {
    const response = await fetch(await site.publish('ann'));
    const [, style] = /<style>(.*?)<\/style>/s.exec(await response.text())!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('has its head for who asks for that alone', async () => {
    const link = await site.publish('ann');
    const [head, whole] = [await fetch(link, { method: 'HEAD' }), await fetch(link)];
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
    expect(head.headers.get('content-security-policy')).toBe(whole.headers.get('content-security-policy'));
    expect(await head.text()).toBe('');
  });

  it('is there again after a restart', async () => {
    const token = tokenOf(await site.publish('ann', 'still here'));
    await site.close();
    site = await start();
    expect(await (await fetch(`${site.url}/results/${token}`)).text()).toContain('still here');
  });

  it('takes no other method', async () => {
    expect((await fetch(await site.publish('ann'), { method: 'DELETE' })).status).toBe(405);
  });
});

describe('a link that opens nothing', () => {
  /** All that a caller learns, but the time of day. */
  async function answerAt(link: string, method = 'GET'): Promise<object> {
    const response = await fetch(link, { method });
    const { date, ...headers } = Object.fromEntries(response.headers);
    expect(date).toBeDefined();
    return { status: response.status, headers, body: await response.text() };
  }

  const never = (): string => `${site.url}/results/${'A'.repeat(43)}`;

  it('gets a page with a kind word, as well guarded as a result', async () => {
    const { status, headers, body } = (await answerAt(never())) as {
      status: number;
      headers: Record<string, string>;
      body: string;
    };
    expect(status).toBe(404);
    expect(body).toContain('pageGone');
    const result = await fetch(await site.publish('ann'));
    const { date, 'content-length': length, ...expected } = Object.fromEntries(result.headers);
    expect(date && length).toBeDefined();
    expect(headers).toMatchObject(expected);
  });

  it('gets that page after the last of its days', async () => {
    const link = await site.publish('ann');
    now += THIRTY_DAYS - 1;
    expect(await statusAt(link)).toBe(200);
    now += 1;
    expect(await answerAt(link)).toEqual(await answerAt(never()));
  });

  it('gets that page once its owner is forgotten, and those of others stay', async () => {
    const [anns, bobs] = [await site.publish('ann'), await site.publish('bob')];
    await site.pages.forget('ann');
    expect(await answerAt(anns)).toEqual(await answerAt(never()));
    expect(await answerAt(anns, 'HEAD')).toEqual(await answerAt(never(), 'HEAD'));
    expect(await statusAt(bobs)).toBe(200);
  });

  it.each<[string, (token: string) => string]>([
    ['nothing', () => ''],
    ['a piece', (token) => token.slice(0, -1)],
    ['one letter more', (token) => `${token}A`],
    ['another case', (token) => token.toLowerCase()],
    ['a path below', (token) => `${token}/more`],
    ['a slash at the end', (token) => `${token}/`],
    ['its hash', (token) => createHash('sha256').update(token).digest('hex')],
    ['500 letters', () => 'A'.repeat(500)],
    ['a way out', () => '..%2f..%2fhealthz'],
    ['a blank and a quote', () => "' or 1=1 --"],
    ['a null', () => '%00'],
    ['what is no encoding', () => '%zz'],
    ['half a letter', () => '%E0%A4%A'],
  ])('gets that page for %s', async (_, pathFor) => {
    const token = tokenOf(await site.publish('ann'));
    expect(await answerAt(`${site.url}/results/${pathFor(token)}`)).toEqual(await answerAt(never()));
  });

  it.each(['/results/../healthz', '/results//', '/results/\u0001', '/results/?', 'http://other/results/x'])(
    'never makes the server fail (%j)',
    async (target) => {
      const answer = await sendRaw(
        site.url,
        `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(statusOf(answer)).toBeLessThan(500);
    },
  );
});

describe('the log', () => {
  it('holds no token, whatever came of the request, down to its finest level', async () => {
    const link = await site.publish('ann');
    await fetch(link);
    await fetch(link, { method: 'HEAD' });
    await fetch(link, { method: 'POST', body: 'x' });
    await fetch(`${link}/%zz`);
    await fetch(link.replace('/results/', '/result/'));
    await site.pages.forget('ann');
    await fetch(link);
    await site.db.destroy();
    expect(await statusAt(link)).toBe(500);
    expect(log.join('')).toMatch(/request refused.*request failed/s);
    expect(log.join('')).not.toContain(tokenOf(link));
  });
});

describe('results', () => {
  it('opens at most three hundred in a minute for one address, whatever they are', async () => {
    const link = await site.publish('ann');
    for (let at = 0; at < 300; at++) expect(await statusAt(`${site.url}/results/x`)).toBe(404);
    const refused = await fetch(link);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([
      429,
      expect.stringMatching(/^\d+$/),
    ]);
  });
});

describe('the address of a result', () => {
  it('begins with PUBLIC_URL where that is set, also below a path', async () => {
    await site.close();
    site = await start({ PUBLIC_URL: 'https://example.org/bot/' });
    const link = await site.publish('ann');
    expect(link).toMatch(/^https:\/\/example\.org\/bot\/results\/[\w-]{43}$/);
    expect(await statusAt(`${site.url}/results/${tokenOf(link)}`)).toBe(200);
  });

  it('is none, and nothing is kept, where the bot knows of no address for people', async () => {
    await site.close();
    site = await start({ HOST: '0.0.0.0', ALLOW_ANONYMOUS: 'true' });
    expect(await site.pages.publish('ann', aDocument('x'))).toBeUndefined();
    expect(await site.db.selectFrom('result_pages').selectAll().execute()).toEqual([]);
  });
});
