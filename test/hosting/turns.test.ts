// Turns over real HTTP, with a real connector and a real database: order, duplicates, failures, restart and stop.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { StorageError } from '../../src/domain/storageError';
import {
  aDirectMessage,
  aMessage,
  repliesIn,
  startBot,
  type BotOptions,
  type RunningBot,
} from '../helpers/httpBot';
import { gate } from '../helpers/httpGate';
import { startConnector, type Connector } from '../helpers/httpConnector';
import { sendRaw, statusOf } from '../helpers/httpRaw';

let connector: Connector;
let folder: string;
const bots: RunningBot[] = [];

beforeAll(async () => {
  connector = await startConnector();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-'));
});
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.close()));
  rmSync(folder, { recursive: true });
});
afterAll(() => connector.close());

async function start(options: BotOptions = {}): Promise<RunningBot> {
  const bot = await startBot(options);
  bots.push(bot);
  return bot;
}

async function stop(bot: RunningBot): Promise<void> {
  bots.splice(bots.indexOf(bot), 1);
  await bot.close();
}

interface Connection {
  /** Resolves to all that came back, once the server closed the connection. */
  post(activity: object): Promise<string>;
  /** The same without a further request. */
  readonly ended: Promise<string>;
}

/** A connection on which a request was answered, and that is kept alive. */
async function openConnection(url: string): Promise<Connection> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'data');
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('error', () => undefined);
  const ended = once(socket, 'close').then(() => text);
  return {
    ended,
    post(activity) {
      const body = JSON.stringify(activity);
      const head = ['POST /api/messages HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
      socket.write([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
      return ended;
    },
  };
}

const inConversation = (id: string): Partial<Activity> => ({
  conversation: { id } as Activity['conversation'],
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('one turn at a time', () => {
  it('lets 20 messages at once, each adding 1, end at 20', async () => {
    const bot = await start();
    const message = (): Partial<Activity> =>
      aMessage({ ...inConversation('twenty'), serviceUrl: connector.url });
    const responses = await Promise.all(times(20, () => bot.post(message())));
    expect(responses.map(({ status }) => status)).toEqual(times(20, () => 200));
    expect(connector.textsOf('twenty')).toEqual(times(20, (i) => `${i + 1}: hello`));
  });

  it('does not let one conversation wait for another', async () => {
    const slow = gate();
    const bot = await start({
      turn: async (context, count) => {
        if (context.activity.conversation.id === 'slow') await slow.passed;
        await context.sendActivity(`${await count()}`);
      },
    });
    const waiting = bot.post(aDirectMessage(inConversation('slow')));
    expect(await repliesIn(await bot.post(aDirectMessage(inConversation('quick'))))).toEqual(['1']);
    slow.open();
    expect(await repliesIn(await waiting)).toEqual(['1']);
  });

  it('tells a client 429 when its conversation has too many messages waiting', async () => {
    const running = gate();
    const blocked = gate();
    const bot = await start({
      maxWaiting: 1,
      turn: async () => {
        running.open();
        await blocked.passed;
      },
    });
    const first = bot.post(aDirectMessage());
    await running.passed;
    // Which of these two comes second is open; the last one to arrive finds the place behind the first taken.
    const others = [bot.post(aDirectMessage()), bot.post(aDirectMessage())];
    const refused = await Promise.race(others);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('2');
    blocked.open();
    expect((await first).status).toBe(200);
    expect((await Promise.all(others)).map(({ status }) => status).sort()).toEqual([200, 429]);
  });
});

describe('the same activity twice', () => {
  it('is answered once', async () => {
    const bot = await start();
    const message = aMessage({ ...inConversation('twice'), serviceUrl: connector.url });
    const responses = await Promise.all([bot.post(message), bot.post(message)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(connector.textsOf('twice')).toEqual(['1: hello']);
  });

  it('is answered once also when the bot was restarted in between', async () => {
    const message = aDirectMessage();
    const before = await start({ dataDir: folder });
    expect(await repliesIn(await before.post(message))).toEqual(['1: hello']);
    await stop(before);
    const after = await start({ dataDir: folder });
    expect(await repliesIn(await after.post(message))).toEqual([]);
    expect(await repliesIn(await after.post(aDirectMessage()))).toEqual(['2: hello']);
  });

  it('is answered in each conversation it comes to', async () => {
    const bot = await start();
    const message = aDirectMessage();
    await bot.post(message);
    expect(await repliesIn(await bot.post({ ...message, ...inConversation('other') }))).toEqual(['1: hello']);
  });

  it('is answered each time when it has no id', async () => {
    const bot = await start();
    const message = aDirectMessage({ id: undefined });
    await bot.post(message);
    expect(await repliesIn(await bot.post(message))).toEqual(['2: hello']);
  });

  it('is seen after 99 others, and the list of ids does not grow beyond 100', async () => {
    const bot = await start();
    const first = aDirectMessage();
    await bot.post(first);
    for (const message of times(99, () => aDirectMessage())) await bot.post(message);
    expect(await repliesIn(await bot.post(first))).toEqual([]);
    await bot.post(aDirectMessage());
    expect(await repliesIn(await bot.post(first))).toEqual(['102: hello']);
  });

  it('passes as an edit, which has the id of the message it changes', async () => {
    const types: string[] = [];
    const bot = await start({ turn: ({ activity }) => Promise.resolve(void types.push(activity.type)) });
    const message = aDirectMessage();
    for (const type of ['message', 'messageUpdate', 'messageUpdate']) await bot.post({ ...message, type });
    expect(types).toEqual(['message', 'messageUpdate', 'messageUpdate']);
  });

  it('is an invoke: both get an answer, the first the real one', async () => {
    const bot = await start({
      turn: async (context) => {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 201, body: { saved: true } } });
      },
    });
    const invoke = aMessage({ type: 'invoke', name: 'message/submitAction' });
    const first = await bot.post(invoke);
    expect([first.status, await first.json()]).toEqual([201, { saved: true }]);
    expect((await bot.post(invoke)).status).toBe(200);
  });
});

describe('a turn that fails', () => {
  const fragile: BotOptions['turn'] = async (context, count) => {
    const number = await count();
    if (context.activity.text?.startsWith('break')) throw new Error('broken on purpose');
    await context.sendActivity(`${number}`);
  };

  it('says sorry, resets the dialog, keeps the conversation and goes on', async () => {
    const bot = await start({ turn: fragile });
    await bot.post(aDirectMessage());
    const broken = aDirectMessage({ text: 'break my secret' });
    const response = await bot.post(broken);
    expect(response.status).toBe(200);
    expect(await repliesIn(response)).toEqual(['sorry']);
    expect(bot.resets).toEqual([broken.id]);
    expect(await repliesIn(await bot.post(aDirectMessage()))).toEqual(['3']);
  });

  it('leaves the dialog as it was where the database failed, also within a dialog', async () => {
    const inDialog = Object.assign(new Error('in a dialog'), { error: new StorageError('the disk is full') });
    for (const error of [new StorageError('the disk is full'), inDialog]) {
      const bot = await start({ turn: () => Promise.reject(error) });
      expect(await repliesIn(await bot.post(aDirectMessage()))).toEqual(['sorry']);
      expect(bot.resets).toEqual([]);
    }
  });

  it('is logged with its id and the error, without the words', async () => {
    const bot = await start({ turn: fragile });
    await bot.post(aDirectMessage({ id: 'turn-7', text: 'break my secret' }));
    const lines = bot.log.map((line) => JSON.parse(line) as { turn?: string; err?: { message: string } });
    expect(lines).toContainEqual(
      expect.objectContaining({
        turn: 'turn-7',
        err: expect.objectContaining({ message: 'broken on purpose' }) as unknown,
      }),
    );
    expect(bot.log.join()).not.toContain('secret');
  });

  it('is not tried again when the channel sends it again', async () => {
    const bot = await start({ turn: fragile });
    const broken = aDirectMessage({ text: 'break' });
    await bot.post(broken);
    expect(await repliesIn(await bot.post(broken))).toEqual([]);
  });

  it('because the connector refuses the reply still ends, and so does the apology', async () => {
    const refusing = await startConnector(403);
    const bot = await start();
    const message = aMessage({ serviceUrl: refusing.url, text: 'my secret' });
    expect((await bot.post(message)).status).toBe(200);
    expect(refusing.received.map(({ text }) => text)).toEqual(['1: my secret', 'sorry']);
    expect(bot.log.join()).toContain('the apology was not sent');
    expect(bot.log.join()).not.toContain('my secret');
    await refusing.close();
  });

  it('because the connector never answers does not block its conversation for good', async () => {
    const silent = await startConnector(0);
    const bot = await start({ remoteTimeoutMs: 50 });
    expect((await bot.post(aMessage({ serviceUrl: silent.url }))).status).toBe(200);
    expect(await repliesIn(await bot.post(aDirectMessage()))).toEqual(['2: hello']);
    await silent.close();
  });
});

describe('a restart', () => {
  it('keeps the state of every conversation', async () => {
    const before = await start({ dataDir: folder });
    await before.post(aDirectMessage(inConversation('a')));
    await before.post(aDirectMessage(inConversation('b')));
    await before.post(aDirectMessage(inConversation('b')));
    await stop(before);
    const after = await start({ dataDir: folder });
    expect(await repliesIn(await after.post(aDirectMessage(inConversation('a'))))).toEqual(['2: hello']);
    expect(await repliesIn(await after.post(aDirectMessage(inConversation('b'))))).toEqual(['3: hello']);
  });
});

describe('close', () => {
  it('finishes the running turn and the waiting one, and listens to no other', async () => {
    const running = gate();
    const slow = gate();
    const bot = await start({
      dataDir: folder,
      turn: async (context, count) => {
        running.open();
        await slow.passed;
        await context.sendActivity(`${await count()}`);
      },
    });
    const [first, second] = [bot.post(aDirectMessage()), bot.post(aDirectMessage())];
    await running.passed;
    await (await fetch(`${bot.url}/healthz`)).text(); // leaves a kept-alive connection, and the posts time to arrive
    const closed = stop(bot);
    await expect(sendRaw(bot.url, '')).rejects.toThrow('ECONNREFUSED');
    slow.open();
    const replies = await Promise.all([first, second].map(async (response) => repliesIn(await response)));
    expect(replies.flat().sort()).toEqual(['1', '2']);
    await closed;
    const after = await start({ dataDir: folder });
    expect(await repliesIn(await after.post(aDirectMessage()))).toEqual(['3: hello']);
  });
});

describe('close, while a turn runs', () => {
  it('answers what still comes on open connections, each for the last time', async () => {
    const [running, slow] = [gate(), gate()];
    const bot = await start({
      turn: async (context) => {
        if (context.activity.text === 'slow') {
          running.open();
          await slow.passed;
        }
        await context.sendActivity(`to ${context.activity.text}`);
      },
    });
    // Two connections that are known to the server and idle.
    const [one, two] = [await openConnection(bot.url), await openConnection(bot.url)];
    const first = bot.post(aDirectMessage({ text: 'slow' }));
    await running.passed;
    const closed = stop(bot);
    const late = await one.post(aDirectMessage({ text: 'late', conversation: { id: 'other' } as never }));
    expect(late).toMatch(/^HTTP\/1.1 200 /);
    expect(late).toMatch(/\r\nConnection: close\r\n/i);
    expect(late).toContain('to late');
    slow.open();
    expect(await repliesIn(await first)).toEqual(['to slow']);
    await closed;
    expect(await two.ended).toBe('');
  });
});

describe('close, with DRAIN_SECONDS', () => {
  it('listens on for so long, and lets each connection end with its answer', async () => {
    const bot = await start({ env: { DRAIN_SECONDS: '1' } });
    const began = performance.now();
    const closed = stop(bot);
    const response = await bot.post(aDirectMessage());
    expect(response.headers.get('connection')).toBe('close');
    expect(await repliesIn(response)).toEqual(['1: hello']);
    await closed;
    expect(performance.now() - began).toBeGreaterThan(990);
    await expect(sendRaw(bot.url, '')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('close, while a request is only half sent', () => {
  it('answers it with 503', async () => {
    const bot = await start();
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1');
    await new Promise((resolve) => socket.write('GET /healthz HTTP/1.1\r\n', resolve));
    await (await fetch(`${bot.url}/healthz`)).text();
    const closed = stop(bot);
    const answer = once(socket, 'data') as Promise<[Buffer]>;
    socket.write('Host: localhost\r\n\r\n');
    expect(statusOf((await answer)[0].toString())).toBe(503);
    await closed;
  });
});

describe('the rest of the server', () => {
  it('tells its health', async () => {
    const bot = await start();
    const response = await fetch(`${bot.url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', uptimeSeconds: 0, version: '1.2.3' });
  });

  it('says on every answer that it is data, and on none what it is made of', async () => {
    const bot = await start();
    for (const path of ['/healthz', '/nowhere']) {
      const { headers } = await fetch(bot.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    }
  });

  it('rejects listen() when the port is in use', async () => {
    const { port } = new URL((await start()).url);
    await expect(startBot({ env: { PORT: port } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
