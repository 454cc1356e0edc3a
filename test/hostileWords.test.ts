// What a person writes, and the names that a channel gives, never come back as if we had said them.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { createApp, type App } from '../src/app';
import { readConfig } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import { aDirectMessage } from './helpers/httpBot';
import { KNOWLEDGE_DIR, MODEL_FILE } from './helpers/trainedModel';

jest.setTimeout(30_000);

let app: App;
let url: string;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'advisor-words-'));
  copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
  app = await createApp(readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR }), createLogger('silent'));
  url = await app.listen();
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true });
});

const HOSTILE = [
  '<img src=x onerror=alert(7)>',
  '[free money](https://evil.example/7)',
  '![x](https://evil.example/7.png)',
  '</at><script>alert(7)</script>',
  '**alert(7)** `evil.example`',
];

async function say(
  channelId: string,
  text: string,
  changes: Partial<Activity> = {},
): Promise<Partial<Activity>[]> {
  const message = aDirectMessage({
    channelId,
    text,
    conversation: { id: channelId } as Activity['conversation'],
    ...changes,
  });
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...message, serviceUrl: undefined }),
  });
  const { activities } = (await response.json()) as { activities: Partial<Activity>[] };
  return activities.filter(({ type }) => type === 'message');
}

/** What a person sees; the rest is addresses, which are the channel's own. */
const shown = (replies: readonly Partial<Activity>[]): string =>
  JSON.stringify(
    replies.map(({ text, attachments, suggestedActions }) => ({ text, attachments, suggestedActions })),
  );

describe('hostile words', () => {
  it.each(['webchat', 'emulator', 'msteams', 'sms'])(
    'never come back in a reply, save as the name of who is spoken to: %s',
    async (channelId) => {
      const hostile = HOSTILE.join(' ');
      for (const text of [
        hostile,
        `how much does a codr make ${hostile}`,
        'help me choose',
        `because of ${hostile} I want $22 an hour`,
        `actually ${hostile}`,
        'show your reasoning',
      ]) {
        const replies = shown(await say(channelId, text, { from: { id: 'u', name: hostile } }));
        expect(replies).not.toMatch(/alert\(7|evil\.example|free money/);
      }
    },
  );

  it.each(HOSTILE)('show as they stand where they are a name in a group of Teams: %s', async (name) => {
    const conversation = { id: name.slice(0, 5), isGroup: true, conversationType: 'groupChat' };
    const replies = await say('msteams', 'what does a coder do', {
      from: { id: 'u', name },
      conversation: conversation as Activity['conversation'],
    });
    const all = shown(replies);
    expect(all).not.toMatch(/<(img|script|\/at><)/);
    // As a mention Teams shows the name that its entity has; elsewhere a backslash keeps it from being a link.
    const outside = all.replaceAll(/<at>.*?<\/at>/g, '');
    expect(outside).not.toMatch(/[^\\]\]\(https:\/\/evil/);
  });
});
