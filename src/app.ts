// The composition root: builds every part of the running bot and hands each what it needs.
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { createBot, createMemory } from './advisor';
import { createDirectLine } from './directLine/directLine';
import { createClockWatch } from './domain/clockWatch';
import type { Feedback } from './domain/feedback';
import { FALLBACK_LANGUAGE } from './domain/language';
import { createAdapter } from './hosting/adapter';
import type { CareerBotOptions } from './hosting/careerBot';
import type { Config } from './hosting/config';
import { createHealth } from './hosting/health';
import { addPolicyRoutes } from './hosting/policyRoutes';
import { checkIdentity } from './hosting/identityCheck';
import { createMetrics, type Metrics } from './hosting/metrics';
import { startOperation, type Operation } from './hosting/operation';
import { publicAddress } from './hosting/publicUrl';
import { addReadyRoute } from './hosting/readiness';
import { createResultPages } from './hosting/resultPages';
import { addResultRoute } from './hosting/resultRoute';
import { createServer } from './hosting/server';
import { startSweeper } from './hosting/sweeper';
import { readWidgetFiles, WIDGET_DIR } from './hosting/widgetFiles';
import { addWidgetRoutes } from './hosting/widgetRoutes';
import { logTurn } from './logging';
import { offerLabels } from './presenters/choices';
import { reach } from './state/reachable';
import { openStore, type Store } from './state/store';
import { createStores } from './state/stores';
import { goLive } from './thread/live';
import { startMatcher } from './thread/matcher';
import type { Bot } from './turns/bot';
import { createTurnQueue } from './turns/turnQueue';

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

const DAY_MS = 24 * 60 * 60 * 1000;
const SWEEP_EVERY_MS = 10 * 60 * 1000;

/** @throws KnowledgeError where the knowledge folder has a mistake */
export async function createApp(config: Config, logger: Logger): Promise<App> {
  const metrics = createMetrics(config.metrics !== undefined);
  const store = await openStore(config, logger, metrics.storageFailed);
  try {
    return await createOn(store, metrics, config, logger);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function createOn(store: Store, metrics: Metrics, config: Config, logger: Logger): Promise<App> {
  const { db, coordination } = store;
  const { storage, log, resultPages, feedback, unanswered, records, keys, ...stores } = createStores(
    db,
    Date.now,
    config.retentionDays * DAY_MS,
  );
  const memory = createMemory(storage);
  const onTurn: CareerBotOptions['onTurn'] = ({ activity }, report, ms) => {
    logTurn(logger, activity, report, ms);
    metrics.turn(activity.channelId, report, ms);
  };
  // The port is known once the server listens, and no turn comes before.
  let listening: string | undefined;
  const pages = createResultPages(resultPages, () => publicAddress(config, listening));
  const live = await goLive(async (signal) => {
    const matcher = await startMatcher({
      ...config,
      signal,
      onAnswer: metrics.matched,
      onTraining: () =>
        logger.info('the knowledge is new or changed: training the matcher, which takes some seconds'),
    });
    const world = {
      now: Date.now,
      pages,
      records,
      ...(config.keepUnanswered && { unanswered }),
      addFeedback: (given: Feedback, talk: string) => feedback.add(given, talk),
      forgetGroup: stores.forgetGroup,
      logger,
    };
    return { ...matcher, bot: createBot({ ...matcher, ...world }, memory, onTurn) };
  }, logger);
  const phrases = () => live.latest.knowledge.phrases;
  const bot: Bot = (context) => live.use((latest) => latest.bot(context));
  const queue = createTurnQueue({ exclusively: (key, job) => coordination.exclusively(key, job) });
  const turnFailure = {
    logger,
    errorText: () => phrases().error,
    resetDialog: memory.resetDialog,
    onFailure: metrics.turnFailed,
  };
  const adapter = createAdapter(config, { ...turnFailure, onConnector: metrics.connector });
  memory.middleware.forEach((middleware) => adapter.use(middleware));
  const directLine = createDirectLine({
    ...turnFailure,
    log,
    coordination,
    keys,
    now: Date.now,
    botName: () => live.latest.knowledge.widget[FALLBACK_LANGUAGE]!.chat.name,
    settings: config,
    queue,
    bot,
    middleware: memory.middleware,
  });
  const server = createServer({
    config,
    adapter,
    bot,
    queue,
    logger,
    health: createHealth(version()),
    takeUpgrade: directLine.takeUpgrade,
    onAnswer: metrics.request,
    onIdle: () => directLine.close(),
  });
  metrics.follow({
    turnsRunning: () => queue.busy,
    turnsWaiting: () => queue.waiting,
    openSockets: () => directLine.openSockets,
  });
  addReadyRoute(server.restify, {
    isStopping: () => server.isStopping(),
    isMatcherAlive: () => live.isAlive,
    reachStore: () => reach(store),
    logger,
  });
  addResultRoute(server.restify, { ...config, store: resultPages, phrases });
  addPolicyRoutes(server.restify, { config, policies: () => live.latest.knowledge.policies });
  directLine.addRoutes(server.restify);
  const sweeper = startSweeper({
    // By one instance at a time: two would wait for each other's rows.
    sweep: () => coordination.exclusively('sweep', stores.removeOld),
    lookAtClock: createClockWatch({ wall: Date.now, steady: () => performance.now() }),
    everyMs: SWEEP_EVERY_MS,
    logger,
  });
  const files = readWidgetFiles(WIDGET_DIR);
  if (files) {
    addWidgetRoutes(server.restify, {
      files,
      config,
      languages: () => live.latest.knowledge.widget,
      suggest: async (text) => {
        const { knowledge, recognizer } = live.latest;
        return offerLabels(knowledge, await recognizer.suggest(text));
      },
    });
  } else logger.info('the chat for websites was not built: npm run build does that');
  const reload = (): Promise<boolean> => live.reload().then(metrics.knowledgeReloaded);
  let operation: Operation | undefined;
  return {
    async listen() {
      operation = await startOperation({ config, metrics, reload, logger });
      listening = await server.listen();
      const { credentials } = config;
      // Not waited for: conversations on websites need no token of Azure's.
      if (credentials) {
        const fetchToken = (): Promise<unknown> => adapter.fetchToken(credentials.appId);
        void checkIdentity({ credentials, fetchToken, logger });
      }
      await directLine.resume();
      return listening;
    },
    reload,
    failed: live.failed,
    async close() {
      await server.close();
      await sweeper.stop();
      await live.stop();
      await operation?.close();
      await store.close();
    },
  };
}

/** npm runs every script from the project's folder. */
const version = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
