// Direct Line as its clients meet it: real HTTP, real WebSockets, a bot of the test behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, openChat, openStream, type Access } from '../helpers/directLineClient';
import { gate } from '../helpers/httpGate';
import { startDirectLine, type DirectLineApp, type DirectLineAppOptions } from '../helpers/directLineApp';

const apps = new Set<DirectLineApp>();
afterEach(async () => {
  await Promise.all([...apps].map((app) => app.close()));
  apps.clear();
});

async function start(options?: DirectLineAppOptions): Promise<DirectLineApp> {
  const app = await startDirectLine(options);
  apps.add(app);
  return app;
}

async function stop(app: DirectLineApp): Promise<void> {
  apps.delete(app);
  await app.close();
}

const MINUTE = 60_000;

describe('a conversation', () => {
  it('begins with the welcome, once, though it is started twice', async () => {
    const { url } = await start();
    const { body: access } = await call<Access>(url, '/tokens/generate', { method: 'POST' });
    const first = await call<Access>(url, '/conversations', { method: 'POST', token: access.token });
    const again = await call<Access>(url, '/conversations', {
      token: access.token,
      json: { locale: 'en-US' },
    });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.conversationId).toBe(access.conversationId);
    const stream = await openStream(again.body.streamUrl);
    expect(await stream.texts(1)).toEqual(['welcome']);
    const chat = await openChat(url, access.resume);
    await chat.post('hello');
    expect(await stream.texts(3)).toEqual(['welcome', 'hello', '1: hello']);
  });

  it("gives back the person's own words with the ids by which a client finds them again", async () => {
    const { url } = await start();
    const chat = await openChat(url);
    const { status, body } = await chat.post('hello', {
      channelData: { clientActivityID: 'mine', other: 1 },
      from: { id: 'somebody else', role: 'bot' },
      serviceUrl: 'https://elsewhere.example',
    });
    expect(status).toBe(200);
    await chat.texts(3);
    const [, own, reply] = (await chat.read()).activities;
    expect(own).toMatchObject({ id: body.id, text: 'hello', channelData: { clientActivityID: 'mine' } });
    expect(own!.from).toMatchObject({ role: 'user', id: expect.stringMatching(/^dl_[\w-]{22}$/) as string });
    expect(own).not.toHaveProperty('serviceUrl');
    expect(own!.channelData).not.toHaveProperty('other');
    expect(reply).toMatchObject({ replyToId: body.id, from: { role: 'bot', name: 'Bot' } });
    expect(Date.parse(String(reply!.timestamp))).toBeGreaterThan(0);
  });

  it('answers an activity once that is posted again', async () => {
    const { url } = await start();
    const chat = await openChat(url);
    const channelData = { clientActivityID: 'same' };
    const posts = await Promise.all([1, 2, 3].map(() => chat.post('hello', { channelData })));
    expect(new Set(posts.map(({ body }) => body.id)).size).toBe(1);
    await chat.post('more');
    expect(await chat.texts(5)).toEqual(['welcome', 'hello', '1: hello', 'more', '2: more']);
  });

  it('answers in the order in which things were posted', async () => {
    const { url } = await start();
    const chat = await openChat(url);
    const sent = Array.from({ length: 20 }, (_, at) => `message ${at}`);
    for (const text of sent) await chat.post(text);
    const texts = await chat.texts(41);
    expect(texts.filter((text) => /^\d/.test(text))).toEqual(sent.map((text, at) => `${at + 1}: ${text}`));
  });

  it('is read from a watermark on, by pages', async () => {
    const { url } = await start({
      turn: () => Promise.resolve(),
    });
    const chat = await openChat(url);
    await chat.post('one');
    const { watermark } = await chat.read();
    await chat.post('two');
    const rest = await chat.read(watermark);
    expect(rest.activities.map(({ text }) => text)).toEqual(['two']);
    expect((await chat.read(rest.watermark)).activities).toEqual([]);
    expect((await chat.read(rest.watermark)).watermark).toBe(rest.watermark);
  });

  it('ends in an apology where the turn fails, and goes on', async () => {
    const { url, logLines } = await start({
      turn: async (context) => {
        if (context.activity.text === 'break') throw new Error('on purpose');
        if (context.activity.type === 'message') await context.sendActivity('fine');
      },
    });
    const chat = await openChat(url);
    await chat.post('break');
    await chat.post('go on');
    expect(await chat.texts(4)).toEqual(['break', 'sorry', 'go on', 'fine']);
    expect(logLines.join('')).not.toMatch(/go on/);
  });

  it('is wiped on demand, save the words that demand it', async () => {
    const { url } = await start({
      turn: async (context, count, chat) => {
        const { type, text, channelId, conversation } = context.activity;
        if (type !== 'message') return;
        if (text === 'forget me') await chat.forget(`${channelId}/${conversation.id}`);
        await context.sendActivity(`${await count()}`);
      },
    });
    const [mine, other] = [await openChat(url), await openChat(url)];
    await other.post('stays');
    await mine.post('a secret');
    await mine.texts(2);
    await mine.post('forget me');
    expect(await other.texts(2)).toEqual(['stays', '1']);
    for (;;) if ((await mine.read()).activities.at(-1)?.text === '2') break;
    expect((await mine.read()).activities.map(({ text }) => text)).toEqual(['forget me', '2']);
  });
});

describe('a stream', () => {
  it('brings what was there, then what comes, each once and in order', async () => {
    const { url } = await start();
    const chat = await openChat(url);
    await chat.post('before');
    await chat.texts(3);
    const stream = await openStream(chat.streamUrl);
    await stream.texts(3);
    stream.socket.send('');
    await chat.post('after');
    expect(await stream.texts(5)).toEqual(['welcome', 'before', '1: before', 'after', '2: after']);
    expect(stream.frames.map(({ watermark }) => Number(watermark))).toEqual(
      [...stream.frames.map(({ watermark }) => Number(watermark))].sort((a, b) => a - b),
    );
  });

  it('goes on from the watermark after a reconnect, with more than a page missed', async () => {
    const { url } = await start({
      turn: async (context) => {
        if (context.activity.type !== 'message') return;
        await context.sendActivities(
          Array.from({ length: 150 }, (_, at) => ({ type: 'message', text: `${at}` })),
        );
      },
    });
    const chat = await openChat(url);
    const first = await openStream(chat.streamUrl);
    await chat.post('one');
    await first.texts(151);
    await first.close();
    await chat.post('two');
    await chat.post('three');
    const path = `/conversations/${chat.conversationId}?watermark=${first.frames.at(-1)!.watermark}`;
    const { body } = await call<Access>(url, path, { token: chat.token });
    const second = await openStream(body.streamUrl);
    const texts = await second.texts(302);
    expect(texts).toHaveLength(302);
    expect(texts[0]).toBe('two');
    expect(texts.filter((text) => text === '149')).toHaveLength(2);
  });

  it('is the same in two windows', async () => {
    const { url } = await start();
    const chat = await openChat(url);
    const windows = await Promise.all([1, 2].map(() => openStream(chat.streamUrl)));
    await chat.post('hello');
    for (const each of windows) expect(await each.texts(3)).toEqual(['welcome', 'hello', '1: hello']);
  });

  it('is told to come back when the server stops', async () => {
    const app = await start();
    const stream = await openStream((await openChat(app.url)).streamUrl);
    const closed = new Promise<number>((resolve) => stream.socket.once('close', resolve));
    await stop(app);
    expect(await closed).toBe(1001);
  });

  it('is not opened a tenth and first time at once', async () => {
    const { url } = await start();
    const { streamUrl } = await openChat(url);
    const opened = await Promise.all(Array.from({ length: 10 }, () => openStream(streamUrl)));
    await Promise.all(opened.map((stream) => stream.texts(1)));
    await expect(openStream(streamUrl)).rejects.toThrow('429');
    await opened[0]!.close();
    await expect(openStream(streamUrl)).resolves.toBeDefined();
  });

  it('is cut where the client sends more than pings', async () => {
    const { url } = await start();
    const stream = await openStream((await openChat(url)).streamUrl);
    const closed = new Promise<number>((resolve) => stream.socket.once('close', resolve));
    stream.socket.send('x'.repeat(2000));
    expect(await closed).toBe(1009);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it.each([
    ['no token', (address: string) => address.replace(/&t=.*/, '')],
    ['a token with a slip', (address: string) => `${address.slice(0, -3)}abc`],
    ['a watermark of elsewhere', (address: string) => address.replace('watermark=0', 'watermark=x')],
    ['another path', (address: string) => address.replace('/stream', '/strea')],
  ])('is refused with %s', async (_, spoil) => {
    const { url } = await start();
    const { streamUrl } = await openChat(url);
    await expect(openStream(spoil(streamUrl))).rejects.toThrow(/^40[034]$/);
    await expect(openStream(streamUrl)).resolves.toBeDefined();
  });

  it('has a minute to begin, as its token stands in an address', async () => {
    let now = Date.now();
    const { url } = await start({ now: () => now });
    const { streamUrl } = await openChat(url);
    now += MINUTE + 1000;
    await expect(openStream(streamUrl)).rejects.toThrow('403');
  });
});

describe('a restart', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'advisor-direct-line-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('keeps conversations, tokens and places', async () => {
    const before = await start({ dataDir });
    const chat = await openChat(before.url);
    await chat.post('hello');
    await chat.texts(3);
    await stop(before);

    const after = await start({ dataDir });
    const again = await openChat(after.url, chat.resume);
    expect(again).toMatchObject({ resumed: true, conversationId: chat.conversationId });
    const old = await call(after.url, `/conversations/${chat.conversationId}/activities`, {
      token: chat.token,
    });
    expect(old.status).toBe(200);
    await again.post('here again');
    expect(await again.texts(5)).toEqual(['welcome', 'hello', '1: hello', 'here again', '2: here again']);
  });

  it('answers what was acknowledged and not answered, without a new call', async () => {
    // The first server stands still at the moment when a turn is to be settled, as if it had been killed there.
    const hold = gate();
    const before = await start({
      dataDir,
      wrapLog: (log) => ({ ...log, settle: async (...args) => (await hold.passed, log.settle(...args)) }),
    });
    const chat = await openChat(before.url);
    await chat.post('hello');
    await chat.texts(3);
    await chat.post('are you there');

    const after = await start({ dataDir });
    const again = await openChat(after.url, chat.resume);
    expect(await again.texts(5)).toEqual([
      'welcome',
      'hello',
      '1: hello',
      'are you there',
      '2: are you there',
    ]);
    hold.open();
  });

  it('does not say twice what was said before its state was saved', async () => {
    // The bot has said both, but its state, which counts, is not saved: the turn stands still.
    const hold = gate();
    const before = await start({
      dataDir,
      turn: async (context, count) => {
        if (context.activity.type !== 'message') return;
        const number = await count();
        await context.sendActivities([
          { type: 'message', text: `${number}: first` },
          { type: 'message', text: `${number}: second` },
        ]);
        await hold.passed;
      },
    });
    const chat = await openChat(before.url);
    await chat.post('hello');
    await chat.texts(3);

    const after = await start({
      dataDir,
      turn: async (context, count) => {
        if (context.activity.type !== 'message') return;
        const number = await count();
        await context.sendActivity(`${number}: first`);
        await context.sendActivity(`${number}: second`);
      },
    });
    const again = await openChat(after.url, chat.resume);
    await again.post('more');
    expect(await again.texts(6)).toEqual(['hello', '1: first', '1: second', 'more', '2: first', '2: second']);
    hold.open();
  });

  it('tries again by itself what could not be saved, and says it once', async () => {
    let failures = 1;
    const { url, logLines } = await start({
      wrapLog: (log) => ({
        ...log,
        settle: (...args) =>
          failures-- > 0 ? Promise.reject(new Error('the disk is full')) : log.settle(...args),
      }),
    });
    const chat = await openChat(url);
    const stream = await openStream(chat.streamUrl);
    await chat.post('hello');
    await stream.texts(3);
    await chat.post('more');
    expect(await stream.texts(5)).toEqual(['welcome', 'hello', '1: hello', 'more', '2: more']);
    expect(logLines.filter((line) => line.includes('it is tried again'))).toHaveLength(1);
    expect(logLines.join('')).not.toContain('hello');
  });

  it('answers later what could not be answered while the database failed, and does not apologize for it', async () => {
    let isBroken = true;
    const { url, logLines } = await start({
      wrapLog: (log) => ({
        ...log,
        append: (id, activity) =>
          !activity.isDue && activity.key.includes('|0000002') && isBroken
            ? Promise.reject(new Error('the disk is full'))
            : log.append(id, activity),
      }),
    });
    const chat = await openChat(url);
    const stream = await openStream(chat.streamUrl);
    await stream.texts(1);
    await chat.post('hello');
    for (;;) {
      if (logLines.some((line) => line.includes('it is tried again'))) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    isBroken = false;
    expect(await stream.texts(3)).toEqual(['welcome', 'hello', '1: hello']);
    await chat.post('more');
    expect(await stream.texts(5)).toEqual(['welcome', 'hello', '1: hello', 'more', '2: more']);
  });

  it('leaves to the next process what it has no time for when it stops', async () => {
    const hold = gate();
    const before = await startDirectLine({
      dataDir,
      turn: async (context, count) => {
        if (context.activity.type !== 'message') return;
        await hold.passed;
        await context.sendActivity(`${await count()}: ${context.activity.text}`);
      },
    });
    const chat = await openChat(before.url);
    for (const text of ['one', 'two', 'three']) await chat.post(text);
    const closed = before.close();
    hold.open();
    await closed;
    const after = await start({ dataDir });
    const again = await openChat(after.url, chat.resume);
    const texts = await again.texts(6);
    expect(texts.filter((text) => /^\d/.test(text))).toEqual(['1: one', '2: two', '3: three']);
    expect(texts).not.toContain('sorry');
  });
});
