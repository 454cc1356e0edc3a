// A whole bot on a real port for a test, and the messages to send to it.
import type { Activity } from 'botbuilder';
import { readConfig } from '../../src/hosting/config';
import { createLogger } from '../../src/logging';
import { createTestApp, type TestAppOptions } from './httpApp';

export interface BotOptions extends TestAppOptions {
  readonly env?: Record<string, string>;
  readonly dataDir?: string;
}

export interface RunningBot {
  readonly url: string;
  readonly log: string[];
  /** The ids of the activities whose turns failed and whose dialog was reset. */
  readonly resets: readonly string[];
  /** Posts to /api/messages. */
  post(activity: object, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export async function startBot({
  env,
  dataDir = ':memory:',
  ...options
}: BotOptions = {}): Promise<RunningBot> {
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env });
  const log: string[] = [];
  const app = await createTestApp(
    config,
    createLogger('debug', { write: (line) => log.push(line) }),
    options,
  );
  const url = await app.listen().catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return {
    url,
    log,
    resets: app.resets,
    post: (activity, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      }),
    close: () => app.close(),
  };
}

let messages = 0;

/** A message as a channel sends it, with an id of its own. */
export function aMessage(changes: Partial<Activity> & { serviceUrl?: string } = {}): Partial<Activity> {
  messages += 1;
  return {
    type: 'message',
    id: `message-${messages}`,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9',
    conversation: { id: 'conversation-1' } as Activity['conversation'],
    from: { id: 'user-1', name: 'User' },
    recipient: { id: 'bot-1', name: 'Bot' },
    text: 'hello',
    ...changes,
  };
}

/** A message whose replies come back on the response: no connector needed. */
export const aDirectMessage = (changes: Partial<Activity> = {}): Partial<Activity> =>
  aMessage({ deliveryMode: 'expectReplies', ...changes });

/** The texts in the response to an expectReplies message. */
export async function repliesIn(response: Response): Promise<(string | undefined)[]> {
  const { activities } = (await response.json()) as { activities: Partial<Activity>[] };
  return activities.map(({ text }) => text);
}
