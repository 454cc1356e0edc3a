// The knowledge exchanged while the bot runs: what people notice of it, and that nobody waits for it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type * as threads from 'node:worker_threads';
import { createApp, type App } from '../src/app';
import { readConfig } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import { aDirectMessage, repliesIn } from './helpers/httpBot';
import { largeKnowledge, smallKnowledge, type MadeKnowledge } from './helpers/largeKnowledge';

// A start and a reload train a small matcher each.
jest.setTimeout(60_000);

/** Every thread that was started, oldest first. */
const mockThreads: threads.Worker[] = [];
/** Has the thread die of a message it does not know, just before the next that it was to answer. */
let mockDeath = false;
jest.mock('node:worker_threads', () => {
  const actual = jest.requireActual<typeof threads>('node:worker_threads');
  return {
    ...actual,
    Worker: class extends actual.Worker {
      constructor(...given: ConstructorParameters<typeof threads.Worker>) {
        super(...given);
        mockThreads.push(this);
      }
      override postMessage(message: unknown): void {
        if (mockDeath) super.postMessage(null);
        mockDeath = false;
        super.postMessage(message);
      }
    },
  };
});

interface Running extends App {
  readonly log: string[];
  /** What the bot says, each message a text. */
  say(text: string, conversation?: string): Promise<string[]>;
}

let dataDir: string;
let app: Running | undefined;
let folder: MadeKnowledge | undefined;
const large = largeKnowledge(200);
afterAll(() => large.remove());

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'advisor-reload-'));
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  folder?.remove();
  rmSync(dataDir, { recursive: true });
});

async function start(made: MadeKnowledge): Promise<Running> {
  folder = made;
  const log: string[] = [];
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR: made.path });
  const created = await createApp(config, createLogger('info', { write: (line) => log.push(line) }));
  const url = await created.listen();
  app = {
    ...created,
    log,
    async say(text, conversation = 'one') {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(aDirectMessage({ text, conversation: { id: conversation } as never })),
      });
      return (await repliesIn(response)).filter((said) => said !== undefined);
    },
  };
  return app;
}

const MADE = 'faq/made.yaml';
const UNHEARD = 'zanzibar quixotic flamingo';

/** Milliseconds. Done on the loop the work would hold it for seconds; the aim of 50 needs a machine with nothing else to do. */
const LONGEST_HOLD = 250;

describe('reload', () => {
  it('answers from the edited files in a conversation that goes on', async () => {
    const bot = await start(smallKnowledge());
    expect((await bot.say('tell me about the pay for coders'))[0]).toContain('The answer on pay.');
    expect((await bot.say(UNHEARD)).join()).not.toContain('The answer on');

    folder!.edit(MADE, (text) => text.replace('The answer on pay.', 'The new answer on pay.'));
    folder!.edit(MADE, (text) => text.replace('"tell me about the duties today"', `"${UNHEARD}"`));
    expect((await bot.say('tell me about the pay for coders'))[0]).toContain('The answer on pay.');
    expect(await bot.reload()).toBe(true);
    expect((await bot.say('tell me about the pay for coders'))[0]).toContain('The new answer on pay.');
    expect((await bot.say(UNHEARD))[0]).toContain('The answer on duties.');
  });

  it('refuses an edit with a mistake, names file and line, and goes on with what it knew', async () => {
    const bot = await start(smallKnowledge());
    folder!.edit(MADE, (text) =>
      text.replace('"answer": "The answer on pay."', '"anser": "The answer on pay."'),
    );
    expect(await bot.reload()).toBe(false);
    expect((await bot.say('tell me about the pay for coders'))[0]).toContain('The answer on pay.');
    const told = bot.log.map((line) => JSON.parse(line) as { level: number; reason?: string });
    expect(told.filter(({ level }) => level >= 50)).toEqual([
      expect.objectContaining({
        reason: expect.stringMatching(/^faq\/made\.yaml:\d+ 0\.answer: /) as string,
      }),
    ]);
  });

  it('puts a question of the guided advice again when its options have changed under the answer', async () => {
    const bot = await start(smallKnowledge());
    await bot.say('advise me');
    expect((await bot.say('2')).at(-1)).toContain('2 of 11');
    folder!.edit('questionnaire.yaml', (text) =>
      text.replace('label: A short course only', 'label: A course only'),
    );
    expect(await bot.reload()).toBe(true);
    expect((await bot.say('2')).at(-1)).toContain('2 of 11');
    expect((await bot.say('a course only')).at(-1)).toContain('3 of 11');
  });

  it('apologises for the turn in which the thread dies, and answers the next', async () => {
    const bot = await start(smallKnowledge());
    mockDeath = true;
    const [lost] = await bot.say('tell me about the pay for coders');
    expect(lost).not.toContain('The answer on pay.');
    expect((await bot.say('tell me about the pay for coders'))[0]).toContain('The answer on pay.');
    mockDeath = true;
    await bot.say('tell me about the pay for coders');
    await bot.failed;
    expect(bot.log.join('')).toContain('the matcher ended again');
  });

  it('stops while a reload is under way', async () => {
    const bot = await start(smallKnowledge());
    const threads = mockThreads.length;
    const reloading = bot.reload();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await bot.close();
    app = undefined;
    expect(await reloading).toBe(false);
    expect(mockThreads.length).toBe(threads + 1);
    expect(mockThreads.at(-1)!.threadId).toBe(-1);
  });

  it('holds up neither the loop nor the turns while hundreds of entries are learned', async () => {
    const bot = await start(smallKnowledge());
    const entries = readFileSync(join(large.path, MADE), 'utf8');
    const delays: number[] = [];
    // A busy machine may hold one run up, but hardly each of three.
    while (delays.length < 3 && !(Math.min(...delays) < LONGEST_HOLD)) {
      folder!.edit(MADE, () =>
        entries.replace('This is a.', `This is a${' once more'.repeat(delays.length)}.`),
      );
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      let isReloaded = false;
      const reloading = bot.reload().finally(() => (isReloaded = true));
      let turns = 0;
      while (!isReloaded) {
        expect(await bot.say('hello', `${delays.length} ${turns}`)).toHaveLength(1);
        turns += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      delay.disable();
      expect(await reloading).toBe(true);
      expect(turns).toBeGreaterThan(10);
      delays.push(delay.max / 1e6);
    }
    expect(Math.min(...delays)).toBeLessThan(LONGEST_HOLD);
  }, 240_000);
});
