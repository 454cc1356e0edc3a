// The composition root: builds every part of the running bot and hands each what it needs.
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { createBot, createMemory } from './advisor';
import { createAdapter } from './hosting/adapter';
import type { CareerBotOptions } from './hosting/careerBot';
import type { Config } from './hosting/config';
import { createHealth } from './hosting/health';
import { turnFields } from './hosting/logging';
import { publicAddress } from './hosting/publicUrl';
import { createResultPages } from './hosting/resultPages';
import { addResultRoute } from './hosting/resultRoute';
import { createServer } from './hosting/server';
import { createTurnQueue } from './hosting/turnQueue';
import { openDatabase } from './state/database';
import { openResultPageStore } from './state/resultPageStore';
import { createSqlStorage } from './state/sqliteStorage';
import { goLive } from './thread/live';
import { startMatcher } from './thread/matcher';

export interface App {
  /** Resolves to the address once requests are taken. */
  listen(): Promise<string>;
  /**
   * Reads the knowledge folder anew while the bot runs: turns that begin once it is ready are answered from it. Never
   * rejects. @returns false where the knowledge has a mistake, or cannot be read: what was known stays, and the log says why
   */
  reload(): Promise<boolean>;
  /** Resolves when the bot can answer no more; the log says why. */
  readonly failed: Promise<void>;
  /** Finishes running turns, then closes the server, the matcher and the database. */
  close(): Promise<void>;
}

/** @throws KnowledgeError where the knowledge folder has a mistake */
export async function createApp(config: Config, logger: Logger): Promise<App> {
  const db = await openDatabase(config.dataDir);
  const memory = createMemory(createSqlStorage(db));
  const onTurn = turnLog(logger);
  const store = await openResultPageStore(db, Date.now).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  // The port is known once the server listens, and no turn comes before.
  let listening: string | undefined;
  const pages = createResultPages(store, () => publicAddress(config, listening));
  const live = await goLive(async (signal) => {
    const matcher = await startMatcher({
      ...config,
      signal,
      onTraining: () =>
        logger.info('the knowledge is new or changed: training the matcher, which takes some seconds'),
    });
    return { ...matcher, bot: createBot({ ...matcher, now: Date.now, pages }, memory, onTurn) };
  }, logger).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  const adapter = createAdapter(config, {
    logger,
    errorText: () => live.latest.knowledge.phrases.error,
    resetDialog: memory.resetDialog,
  });
  memory.middleware.forEach((middleware) => adapter.use(middleware));
  const server = createServer({
    config,
    adapter,
    bot: (context) => live.use(({ bot }) => bot(context)),
    queue: createTurnQueue(),
    logger,
    health: createHealth(version()),
  });
  addResultRoute(server.restify, { store, phrases: () => live.latest.knowledge.phrases });
  return {
    listen: async () => (listening = await server.listen()),
    reload: () => live.reload(),
    failed: live.failed,
    async close() {
      await server.close();
      await live.stop();
      await db.destroy();
    },
  };
}

const turnLog =
  (logger: Logger): CareerBotOptions['onTurn'] =>
  ({ activity }, report, ms) =>
    logger.info(
      {
        ...turnFields(activity),
        decision: report?.decision,
        intents: report?.intents,
        confidence: report && Number(report.confidence.toFixed(3)),
        ms: Math.round(ms),
      },
      'turn',
    );

/** npm runs every script from the project's folder. */
const version = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
