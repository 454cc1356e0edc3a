// The bot as people meet it, over HTTP on this machine: for personas, and for conversations to be read as a whole.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { createApp } from '../../src/app';
import { readConfig } from '../../src/hosting/config';
import { createLogger } from '../../src/logging';
import { aDirectMessage } from './httpBot';
import type { Say } from './personas';
import { KNOWLEDGE_DIR } from './trainedModel';

export interface RunningAdvisor {
  /** One conversation, on a channel that draws no cards, so that all is said in words. */
  readonly converse: (conversation: string) => Say;
  readonly close: () => Promise<void>;
}

/** @param modelFile the trained matcher, where there is one; else the start takes as long as training does */
export async function startAdvisor(modelFile: string): Promise<RunningAdvisor> {
  const dataDir = mkdtempSync(join(tmpdir(), 'advisor-bench-'));
  if (existsSync(modelFile)) copyFileSync(modelFile, join(dataDir, 'matcher.model'));
  const app = await createApp(
    readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR }),
    createLogger('silent'),
  );
  const url = await app.listen();
  return {
    converse: (conversation) => async (text) => {
      const message = aDirectMessage({
        text,
        channelId: 'sms',
        conversation: { id: conversation } as Activity['conversation'],
      });
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(message),
      });
      const { activities } = (await response.json()) as { activities: Partial<Activity>[] };
      return activities.filter(({ type }) => type === 'message');
    },
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
