// The chat on websites around a bot of the test, on a real port: the parts and the order of createApp.
import { AutoSaveStateMiddleware, ConversationState, type TurnContext } from 'botbuilder';
import { createDirectLine } from '../../src/directLine/directLine';
import type { Records } from '../../src/domain/records';
import { createAdapter } from '../../src/hosting/adapter';
import { readConfig } from '../../src/hosting/config';
import { createHealth } from '../../src/hosting/health';
import { createServer } from '../../src/hosting/server';
import { createLogger } from '../../src/logging';
import type { Database } from '../../src/state/database';
import { createDirectLineLog, type DirectLineLog } from '../../src/state/directLineLog';
import { createRecords } from '../../src/state/records';
import { createSigningKeys } from '../../src/state/signingKeys';
import { openStore } from '../../src/state/store';
import { createSqlStorage } from '../../src/state/sqlStorage';
import { createProcessedOnce } from '../../src/turns/processedOnce';
import { createTurnQueue } from '../../src/turns/turnQueue';

export interface DirectLineAppOptions {
  readonly env?: Record<string, string>;
  readonly dataDir?: string;
  readonly now?: () => number;
  /** By default it greets, and answers with the number of the message in its conversation: `1: hello`. */
  readonly turn?: (context: TurnContext, count: () => Promise<number>, chat: Records) => Promise<void>;
  /** Milliseconds between two looks whether clients of streams are there. */
  readonly heartbeatMs?: number;
  /** Stands before the real log. */
  readonly wrapLog?: (log: DirectLineLog) => DirectLineLog;
}

export interface DirectLineApp {
  readonly url: string;
  readonly db: Database;
  readonly logLines: readonly string[];
  close(): Promise<void>;
}

export async function startDirectLine(options: DirectLineAppOptions = {}): Promise<DirectLineApp> {
  const { env, dataDir = ':memory:', now = Date.now, turn = greetAndCount, wrapLog = (log) => log } = options;
  const { heartbeatMs } = options;
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env });
  const logLines: string[] = [];
  const logger = createLogger('debug', { write: (line) => logLines.push(line) });
  const store = await openStore(config, logger);
  const { db, coordination } = store;
  const state = new ConversationState(createSqlStorage(db));
  const counter = state.createProperty<number>('count');
  const log = wrapLog(createDirectLineLog(db, now));
  const chat = createRecords(db, now);
  const bot = (context: TurnContext): Promise<void> =>
    turn(
      context,
      async () => {
        const next = (await counter.get(context, 0)) + 1;
        await counter.set(context, next);
        return next;
      },
      chat,
    );
  const queue = createTurnQueue({ exclusively: (key, job) => coordination.exclusively(key, job) });
  const failure = { logger, errorText: () => 'sorry', resetDialog: () => Promise.resolve() };
  const directLine = createDirectLine({
    ...failure,
    log,
    coordination,
    keys: createSigningKeys(db, now, config.retentionDays * 24 * 60 * 60 * 1000),
    now,
    botName: () => 'Bot',
    settings: config,
    heartbeatMs,
    queue,
    bot,
    middleware: [new AutoSaveStateMiddleware(state), createProcessedOnce(state)],
  });
  const server = createServer({
    config,
    adapter: createAdapter(config, failure),
    bot,
    queue,
    logger,
    health: createHealth('1.2.3'),
    takeUpgrade: directLine.takeUpgrade,
    onIdle: () => directLine.close(),
  });
  directLine.addRoutes(server.restify);
  const url = await server.listen();
  await directLine.resume();
  return {
    url,
    db,
    logLines,
    async close() {
      await server.close();
      await store.close();
    },
  };
}

const greetAndCount: NonNullable<DirectLineAppOptions['turn']> = async (context, count) => {
  const { type, text } = context.activity;
  if (type === 'conversationUpdate') await context.sendActivity('welcome');
  if (type === 'message') await context.sendActivity(`${await count()}: ${text}`);
};
