// A short run of `npm run fuzz`, against the whole bot in this process.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceOf } from '../../bench/fuzz/chance';
import { failuresIn } from '../../bench/fuzz/failures';
import { mutateBytes, mutateJson, mutateText } from '../../bench/fuzz/mutations';
import { fuzz } from '../../bench/fuzz/run';
import { anActivity } from '../../bench/fuzz/samples';
import { createApp } from '../../src/app';
import { readConfig } from '../../src/hosting/config';
import { createLogger } from '../../src/logging';
import { aDirectMessage } from '../helpers/httpBot';
import { KNOWLEDGE_DIR, MODEL_FILE } from '../helpers/trainedModel';

jest.setTimeout(60_000);

describe('spoiled requests', () => {
  it('are refused, or taken for what they are, and the bot goes on', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'advisor-fuzz-'));
    copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
    const env = { PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR, PROXY_HOPS: '1', CHATS_PER_MINUTE: '1000' };
    let log = '';
    const app = await createApp(readConfig(env), createLogger('warn', { write: (line) => (log += line) }));
    const url = await app.listen();
    const { outcomes, faults } = await fuzz({ url, seed: 8, count: 400 });
    expect(faults).toEqual([]);
    expect([...failuresIn(log)]).toEqual([]);
    expect(outcomes.size).toBe(6);
    // It gets as far as the turns, and is refused elsewhere.
    const [activities, calls] = ['activity to /api/messages', 'Direct Line call'].map((kind) =>
      outcomes.get(kind)!,
    );
    for (const of of [activities!, calls!]) {
      expect(of.get(200)).toBeGreaterThan(25);
      expect(of.get(400)).toBeGreaterThan(12);
    }
    const message = { ...aDirectMessage({ text: 'what does a coder do' }), serviceUrl: undefined };
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
    });
    const { activities: replies } = (await response.json()) as { activities: { text: string }[] };
    expect(replies[0]?.text).toContain('cod');
    await app.close();
    rmSync(dataDir, { recursive: true });
  });
});

describe('what is sent', () => {
  const made = (seed: number): string[] =>
    Array.from({ length: 200 }, (_, at) => {
      const chance = chanceOf(seed, at);
      const changed = JSON.stringify(mutateJson(anActivity(chance, 'http://127.0.0.1:9'), chance));
      return mutateBytes(Buffer.from(mutateText(changed, chance)), chance).toString('latin1');
    });

  it('is the same for the same seed, another for another, and hardly any two are alike', () => {
    expect(made(1)).toEqual(made(1));
    expect(made(1)).not.toEqual(made(2));
    expect(new Set(made(1)).size).toBeGreaterThan(190);
  });
});

describe('failuresIn', () => {
  it('counts errors by what they say, and leaves out that a reply could not be sent to nowhere', () => {
    const line = (level: number, msg: string, message?: string) =>
      JSON.stringify({ level, msg, err: { message } });
    const log = [
      'The career advisor listens',
      line(40, 'slow'),
      line(50, 'the turn failed', 'x is undefined'),
      line(50, 'the turn failed', 'x is undefined'),
      line(50, 'the apology was not sent', 'connect ECONNREFUSED 127.0.0.1:9'),
    ].join('\n');
    expect([...failuresIn(log)]).toEqual([['the turn failed: x is undefined', 2]]);
  });
});
