// What operators see of the whole bot while people talk to it: metrics, readiness, and knowledge that follows its files.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { createApp, type App } from '../src/app';
import { readConfig } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import { DATABASE_FILE } from '../src/state/database';
import { openChat, openStream } from './helpers/directLineClient';
import { aDirectMessage, aMessage, repliesIn } from './helpers/httpBot';
import { startConnector } from './helpers/httpConnector';
import { smallKnowledge, type MadeKnowledge } from './helpers/largeKnowledge';

// A start and a reload train a small matcher each.
jest.setTimeout(60_000);

let knowledge: MadeKnowledge;
let dataDir: string;
let app: App;
let url: string;
let metricsUrl: string;
const log: string[] = [];
let onLine: (() => void) | undefined;

/** Resolves once a line of the log, from now on, matches. */
const logged = (pattern: RegExp): Promise<string> => {
  const from = log.length;
  return new Promise((resolve) => {
    onLine = () => {
      const line = log.slice(from).find((each) => pattern.test(each));
      if (line !== undefined) resolve(line);
    };
  });
};

beforeAll(async () => {
  knowledge = smallKnowledge();
  dataDir = mkdtempSync(join(tmpdir(), 'advisor-operation-'));
  const env = { DATA_DIR: dataDir, KNOWLEDGE_DIR: knowledge.path, KNOWLEDGE_WATCH: 'true' };
  const ports = { PORT: '0', METRICS_PORT: '0' };
  const write = (line: string): void => {
    log.push(line);
    onLine?.();
  };
  app = await createApp(
    readConfig({ ...env, ...ports, CHATS_PER_MINUTE: '2' }),
    createLogger('info', { write }),
  );
  url = await app.listen();
  const line = log.find((each) => each.includes('metrics are served'))!;
  metricsUrl = (JSON.parse(line) as { address: string }).address;
});
afterAll(async () => {
  await app.close();
  knowledge.remove();
  rmSync(dataDir, { recursive: true });
});

const post = (activity: object): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });

type Sample = (name: string, labels?: string) => number;

/** The value of each sample, by its name and its labels as they are written; 0 where there is none. */
async function scrape(): Promise<Sample> {
  const lines = (await (await fetch(metricsUrl)).text()).split('\n');
  return (name, labels) => {
    const start = `career_advisor_${name}${labels === undefined ? '' : `{${labels}}`} `;
    return Number(lines.find((line) => line.startsWith(start))?.slice(start.length) ?? 0);
  };
}

describe('GET /metrics', () => {
  it('counts the turns of every channel by what was decided, and how long they took', async () => {
    const before = await scrape();
    await post(aDirectMessage({ channelId: 'msteams', text: 'tell me about the pay for coders' }));
    await post(aDirectMessage({ channelId: 'msteams', text: 'explain the duties please' }));
    await post(aDirectMessage({ channelId: 'zebulon', text: 'zanzibar quixotic flamingo' }));
    const chat = await openChat(url);
    const stream = await openStream(chat.streamUrl);
    await chat.post('hello');
    await stream.texts(3);
    const after = await scrape();
    const grown = (...sample: Parameters<Sample>): number => after(...sample) - before(...sample);
    expect(grown('turns_total', 'channel="msteams",decision="answer"')).toBe(2);
    expect(grown('turns_total', 'channel="other",decision="fallback"')).toBe(1);
    expect(grown('turns_total', 'channel="directline",decision="chat"')).toBe(1);
    expect(grown('turn_seconds_count')).toBe(4);
    expect(grown('turn_seconds_sum')).toBeGreaterThan(0);
    expect(grown('turn_seconds_sum')).toBeLessThan(4);
    expect(grown('matcher_seconds_count', 'call="recognize"')).toBe(4);
    expect(grown('requests_total', 'route="/api/messages",status="2xx"')).toBe(3);
    expect(grown('requests_total', 'route="/directline/conversations/:id/activities",status="2xx"')).toBe(1);
    expect([before, after].map((at) => at('open_websockets'))).toEqual([0, 1]);
    expect([after('turns_running'), after('turns_waiting')]).toEqual([0, 0]);
    await stream.close();
  });

  it('counts what was refused, failed and sent again', async () => {
    const connector = await startConnector(503, 200, 404, 200);
    const before = await scrape();
    await post(aMessage({ serviceUrl: connector.url }));
    // Not taken, and then the apology.
    await post(aMessage({ serviceUrl: connector.url }));
    const generate = (): Promise<Response> => fetch(`${url}/directline/tokens/generate`, { method: 'POST' });
    // The chat of the test before was the first of two.
    const statuses = [(await generate()).status, (await generate()).status];
    expect(statuses).toEqual([200, 429]);
    await fetch(`${url}/nowhere/zebulon`);
    const after = await scrape();
    await connector.close();
    const grown = (...sample: Parameters<Sample>): number => after(...sample) - before(...sample);
    expect(grown('connector_retries_total')).toBe(1);
    expect(grown('connector_errors_total')).toBe(1);
    expect(grown('turn_failures_total')).toBe(1);
    expect(grown('rate_limited_total', 'route="/directline/tokens/generate"')).toBe(1);
    expect(grown('requests_total', 'route="none",status="4xx"')).toBe(1);
    expect(grown('storage_errors_total')).toBe(0);
  });

  it('holds nothing that a person said or a stranger named, and is not on the open port', async () => {
    const text = await (await fetch(metricsUrl)).text();
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/zebulon|zanzibar|conversation-1|user-1|127\.0\.0\.1/);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
  });
});

describe('GET /readyz', () => {
  it('says no while the database cannot do its work, and yes when it can again', async () => {
    const ready = async (): Promise<number> => (await fetch(`${url}/readyz`)).status;
    expect(await ready()).toBe(200);
    const before = await scrape();
    const file = new Libsql(join(dataDir, DATABASE_FILE));
    file.exec('alter table bot_state rename to gone');
    expect(await ready()).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    file.exec('alter table gone rename to bot_state');
    file.close();
    expect(await ready()).toBe(200);
    expect((await scrape())('storage_errors_total') - before('storage_errors_total')).toBe(1);
  });
});

describe('KNOWLEDGE_WATCH', () => {
  const made = (): string => join(knowledge.path, 'faq', 'made.yaml');
  /** As many editors save: a copy is put in the place of the file. */
  function put(change: (text: string) => string): void {
    writeFileSync(`${made()}~`, change(readFileSync(made(), 'utf8')));
    renameSync(`${made()}~`, made());
  }
  const ask = async (): Promise<string | undefined> =>
    (await repliesIn(await post(aDirectMessage({ text: 'tell me about the pay for coders' }))))[0];

  it('refuses an edit with a mistake, tells its place, and takes the next without', async () => {
    let line = logged(/what was known stays/);
    put((text) => text.replace('"answer": "The answer on pay."', '"anser": "The new answer on pay."'));
    expect(JSON.parse(await line)).toMatchObject({
      level: 50,
      reason: expect.stringMatching(/^faq\/made\.yaml:\d+ 0\.answer: /) as string,
    });
    expect(await ask()).toContain('The answer on pay.');

    line = logged(/was read anew/);
    put((text) => text.replace('"anser"', '"answer"'));
    await line;
    expect(await ask()).toContain('The new answer on pay.');
    const now = await scrape();
    expect(now('knowledge_reloads_total', 'outcome="refused"')).toBe(1);
    expect(now('knowledge_reloads_total', 'outcome="ok"')).toBe(1);
  });
});
