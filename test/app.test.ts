// The whole bot over HTTP: real knowledge, real matcher, real database; only the channel is played by the test.
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { createApp, type App } from '../src/app';
import { questionsOf } from '../src/domain/questionnaire';
import { KnowledgeError } from '../src/errors';
import { readConfig } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import type { TurnTrace } from '../src/presenters/turnTrace';
import { createReader } from './helpers/conversationReader';
import { aDirectMessage, aMessage } from './helpers/httpBot';
import { startConnector, type Connector } from './helpers/httpConnector';
import { startManagedIdentity } from './helpers/httpManagedIdentity';
import { KNOWLEDGE_DIR, MODEL_FILE, realMatcher } from './helpers/trainedModel';

// A start brings a thread that reads the whole knowledge.
jest.setTimeout(30_000);

const read = createReader(realMatcher().knowledge);

let connector: Connector;
/** For all tests that neither stop it nor care how it begins. */
let bot: RunningApp;
let botDataDir: string;
let logOfStart: readonly string[];
let dataDir: string;
let log: string[] = [];
let apps: App[] = [];

function makeDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-app-'));
  copyFileSync(MODEL_FILE, join(folder, 'matcher.model'));
  return folder;
}

beforeAll(async () => {
  connector = await startConnector();
  dataDir = botDataDir = makeDataDir();
  bot = await start();
  logOfStart = log;
});
beforeEach(() => {
  dataDir = makeDataDir();
  log = [];
  apps = [];
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  rmSync(dataDir, { recursive: true });
});
afterAll(async () => {
  await bot.close();
  rmSync(botDataDir, { recursive: true });
  await connector.close();
});

interface RunningApp {
  readonly url: string;
  post(activity: Partial<Activity>): Promise<Response>;
  /** What the bot answers on the response; each test is a conversation. */
  hear(text: string): Promise<Partial<Activity>[]>;
  /** The same as ids. */
  say(text: string): Promise<string[]>;
  close(): Promise<void>;
}

async function start(knowledgeDir = KNOWLEDGE_DIR): Promise<RunningApp> {
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR: knowledgeDir });
  const app = await createApp(config, createLogger('info', { write: (line) => log.push(line) }));
  apps.push(app);
  const url = await app.listen();
  const post = (activity: Partial<Activity>): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
  const hear = async (text: string): Promise<Partial<Activity>[]> => {
    const conversation = { id: expect.getState().currentTestName } as Activity['conversation'];
    const response = await post(aDirectMessage({ text, conversation }));
    return ((await response.json()) as { activities: Partial<Activity>[] }).activities;
  };
  return {
    url,
    post,
    hear,
    async say(text) {
      const activities = await hear(text);
      return activities.filter(({ type }) => type === 'message').flatMap((message) => [...read(message).is]);
    },
    async close() {
      apps = apps.filter((other) => other !== app);
      await app.close();
    },
  };
}

/** What the connector got in one conversation. */
const receivedIn = (id: string): Partial<Activity>[] =>
  connector.received.filter(({ conversation }) => conversation?.id === id);

const inConversation = (id: string): Partial<Activity> => ({
  serviceUrl: connector.url,
  conversation: { id } as Activity['conversation'],
});

const turnLines = (): Record<string, unknown>[] =>
  log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'turn');

describe('createApp', () => {
  it('answers a question on the response where the channel expects replies there', async () => {
    expect(await bot.say('How much does a medical coder earn?')).toEqual(['coding.pay']);
    expect(await bot.say('and billers?')).toEqual(['billing.pay']);
  });

  it('sends the reply to the connector where the channel does not', async () => {
    const response = await bot.post(
      aMessage({ ...inConversation('sent'), text: 'How much does a coder earn?' }),
    );
    expect(response.status).toBe(200);
    const replies = receivedIn('sent').filter(({ type }) => type === 'message');
    expect(replies.map((reply) => read(reply).is)).toEqual([['coding.pay']]);
  });

  it('takes the trained matcher from the data folder instead of training it', () => {
    expect(logOfStart.filter((line) => line.includes('training'))).toEqual([]);
  });

  it('goes on after a restart in the middle of the advice, with all that was answered', async () => {
    const before = await start();
    await before.say('what does a biller earn?');
    await before.say('advise me');
    expect(await before.say('no diploma yet')).toEqual(['question:training']);
    await before.close();

    const after = await start();
    expect(await after.say('what about coders?')).toEqual(['coding.pay', 'question:training']);
    expect(await after.say('1')).toEqual(['question:income']);
    let said: string[] = [];
    for (let i = 0; i < 9; i++) said = await after.say('skip');
    expect(said).toEqual(['skipped', expect.stringMatching(/^recommendation:/)]);
    expect(await after.say('stop')).toEqual(['nothingToCancel']);
  });

  it('gives a link to the result, which outlives a restart and ends with "forget me"', async () => {
    const before = await start();
    for (const text of ['quiz me', '2', '4', '2', '2', '1', '1', '1', '1']) await before.say(text);
    const activities = await before.hear('send me a summary');
    // The link as Markdown: its text has signs escaped, its target has not.
    const [, path] = /\]\([^)]+(\/results\/[\w-]+)\)/.exec(activities.map(({ text }) => text).join(' '))!;
    const open = async ({ url }: RunningApp) => fetch(`${url}${path}`);
    const page = await open(before);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You like talking with people on the phone');
    await before.close();

    const after = await start();
    expect((await open(after)).status).toBe(200);
    expect(await after.say('forget me')).toEqual(['chat.forget-me']);
    expect((await open(after)).status).toBe(404);
    expect(log.join('')).not.toContain(path!.slice('/results/'.length));
  });

  it('welcomes once, though the bot arrives, the person arrives and it is installed', async () => {
    const about = { ...inConversation('arrivals'), channelId: 'msteams', text: undefined };
    const [botAccount, person] = [
      { id: 'bot-1', name: 'Bot' },
      { id: 'user-1', name: 'User' },
    ];
    await bot.post(aMessage({ ...about, type: 'conversationUpdate', membersAdded: [botAccount] }));
    await bot.post(aMessage({ ...about, type: 'installationUpdate', action: 'add' }));
    await bot.post(aMessage({ ...about, type: 'conversationUpdate', membersAdded: [person] }));
    expect(receivedIn('arrivals').map((reply) => read(reply).is)).toEqual([['welcome']]);
  });

  it('traces what it recognised on the emulator, and on no other channel', async () => {
    const text = 'How much does a coder earn?';
    await bot.post(aMessage({ ...inConversation('traced'), channelId: 'emulator', text }));
    await bot.post(aMessage({ ...inConversation('untraced'), channelId: 'webchat', text }));
    const traces = receivedIn('traced').filter(
      ({ type, name }) => type === 'trace' && name === 'recognition',
    );
    expect(traces).toMatchObject([
      { value: { decision: 'answer', intents: ['coding.pay'], about: { role: 'coding' }, advice: 'none' } },
    ]);
    const [{ value }] = traces as [{ value: TurnTrace }];
    expect(value.candidates[0]).toBe(`coding.pay ${value.confidence}`);
    expect(value.understood).toEqual([`"${text}": pay, coding, ${value.confidence}`]);
    expect(receivedIn('untraced').map(({ type }) => type)).toEqual(['message']);
  });

  it('traces on the emulator where the guided advice stands', async () => {
    const bot = await start();
    const valueOf = async (text: string): Promise<TurnTrace> => {
      await bot.post(aMessage({ ...inConversation('advised'), channelId: 'emulator', text }));
      return receivedIn('advised').findLast(({ type }) => type === 'trace')?.value as TurnTrace;
    };
    const { questionnaire } = realMatcher().knowledge;
    const [first, second, ...others] = questionsOf(questionnaire);
    expect((await valueOf('help me choose')).advice).toMatchObject({ openQuestion: first?.id, answers: [] });
    expect((await valueOf('1')).advice).toMatchObject({
      openQuestion: second?.id,
      answers: [`${first?.id}: ${first?.options[0]?.id}`],
      left: [second, ...others].map((question) => question?.id),
    });
    expect((await valueOf('stop')).advice).toBe('none');
  });

  it('logs each turn with what was decided and none of the words', async () => {
    await bot.post(
      aDirectMessage({ id: 'turn-7', channelId: 'webchat', text: 'I am Zebulon, what do coders earn?' }),
    );
    const lines = turnLines();
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.any(String) as string,
        turn: 'turn-7',
        type: 'message',
        channel: 'webchat',
        decision: 'answer',
        intents: ['coding.pay'],
        confidence: expect.any(Number) as number,
        ms: expect.any(Number) as number,
        msg: 'turn',
      },
    ]);
    expect(log.join('')).not.toMatch(/zebulon/i);
  });

  it('logs a turn in which it did not understand, or read, anything', async () => {
    await bot.say('will it rain in Kalamazoo tomorrow?');
    await bot.say(' ');
    expect(turnLines()).toMatchObject([{ decision: 'fallback', intents: [] }, { channel: 'emulator' }]);
    expect(turnLines()[1]).not.toHaveProperty('decision');
    expect(log.join('')).not.toMatch(/kalamazoo/i);
  });

  it('says how it is when asked', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await (await fetch(`${bot.url}/healthz`)).json()).toMatchObject({ version });
  });

  it('has the pages that an app in Teams must link to', async () => {
    const { url } = await start();
    const pages = await Promise.all(['privacy', 'terms'].map((page) => fetch(`${url}/${page}`)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('does not start with broken knowledge, and names every mistake', async () => {
    const broken = join(dataDir, 'knowledge');
    cpSync(KNOWLEDGE_DIR, broken, { recursive: true });
    for (const file of ['roles.yaml', 'phrases.yaml']) {
      writeFileSync(join(broken, file), readFileSync(join(broken, file), 'utf8').replace(/^/, 'stray: 1\n'));
    }
    const failure: unknown = await start(broken).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(KnowledgeError);
    const files = (failure as KnowledgeError).issues.map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(['roles.yaml', 'phrases.yaml']));
  });
});

describe('with credentials', () => {
  it('tells in the log whether Azure knows the bot, without waiting for that', async () => {
    const appId = 'a0a0a0a0-0000-4000-8000-000000000001';
    const identity = await startManagedIdentity(appId);
    const env = {
      ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, KNOWLEDGE_DIR },
      ...{ MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI' },
      MicrosoftAppTenantId: 'b0b0b0b0-0000-4000-8000-000000000002',
    };
    const told = new Promise<string>((resolve) => {
      const write = (line: string): void => void (/Azure/.test(line) && resolve(line));
      void createApp(readConfig(env), createLogger('info', { write })).then((app) => {
        apps.push(app);
        return app.listen();
      });
    });
    expect(JSON.parse(await told)).toMatchObject({ level: 30, appId, msg: 'Azure knows the bot' });
    await identity.close();
  });
});
