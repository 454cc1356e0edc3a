// The composition root: builds every part of the running bot and hands each what it needs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAdvisor } from './advisor';
import { createAdapter } from './hosting/adapter';
import type { Config } from './hosting/config';
import { createHealth } from './hosting/health';
import { turnFields } from './hosting/logging';
import { createServer } from './hosting/server';
import { createTurnQueue } from './hosting/turnQueue';
import { loadKnowledge } from './knowledge/load';
import { createRecognizer } from './matching/recognizer';
import { loadModel } from './modelFile';
import { openDatabase } from './state/database';
import { createSqlStorage } from './state/sqliteStorage';

export interface App {
  /** Resolves to the address once requests are taken. */
  listen(): Promise<string>;
  /** Finishes running turns, then closes the server and the database. */
  close(): Promise<void>;
}

/** @throws KnowledgeError where the knowledge folder has a mistake */
export async function createApp(config: Config, logger: Logger): Promise<App> {
  const knowledge = loadKnowledge(config.knowledgeDir);
  const model = loadModel(knowledge, modelFileOf(config), () =>
    logger.info('the knowledge is new or changed: training the matcher, which takes some seconds'),
  );
  const db = await openDatabase(config.dataDir);
  const advisor = createAdvisor({
    knowledge,
    recognizer: createRecognizer(knowledge, model),
    storage: createSqlStorage(db),
    onTurn: ({ activity }, report, ms) =>
      logger.info(
        {
          ...turnFields(activity),
          decision: report?.decision,
          intents: report?.intents,
          confidence: report && Number(report.confidence.toFixed(3)),
          ms: Math.round(ms),
        },
        'turn',
      ),
  });
  const adapter = createAdapter(config, {
    logger,
    errorText: knowledge.phrases.error,
    resetDialog: advisor.resetDialog,
  });
  advisor.middleware.forEach((middleware) => adapter.use(middleware));
  const server = createServer({
    config,
    adapter,
    bot: advisor.bot,
    queue: createTurnQueue(),
    logger,
    health: createHealth(version()),
  });
  return {
    listen: () => server.listen(),
    async close() {
      await server.close();
      await db.destroy();
    },
  };
}

/** Where the trained matcher rests; nowhere when nothing is to be kept. */
export const modelFileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string | undefined =>
  dataDir === ':memory:' ? undefined : join(dataDir, 'matcher.model');

/** npm runs every script from the project's folder. */
const version = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
