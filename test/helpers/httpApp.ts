// The composition root of the tests: all our server parts around a turn of the test, with the shape of createApp.
import { AutoSaveStateMiddleware, ConversationState, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { createAdapter, type AdapterOptions } from '../../src/hosting/adapter';
import type { Config } from '../../src/hosting/config';
import { createHealth } from '../../src/hosting/health';
import { createProcessedOnce } from '../../src/turns/processedOnce';
import { createServer, type ServerOptions } from '../../src/hosting/server';
import { createTurnQueue } from '../../src/turns/turnQueue';
import { openStore } from '../../src/state/store';
import { createSqlStorage } from '../../src/state/sqlStorage';

export interface TestAppOptions extends Pick<
  AdapterOptions,
  'cloud' | 'remoteTimeoutMs' | 'firstRetryMs' | 'typing' | 'credentialsFactory' | 'onConnector' | 'onFailure'
> {
  readonly maxWaiting?: number;
  readonly limits?: ServerOptions['limits'];
  /** By default it counts the messages of the conversation and echoes them as `1: hello`. */
  readonly turn?: (context: TurnContext, count: () => Promise<number>) => Promise<void>;
}

export interface TestApp {
  readonly resets: readonly string[];
  listen(): Promise<string>;
  close(): Promise<void>;
  readonly failed: Promise<void>;
  reload(): Promise<boolean>;
}

export async function createTestApp(
  config: Config,
  logger: Logger,
  options: TestAppOptions = {},
): Promise<TestApp> {
  const { turn = echo, maxWaiting, limits, ...adapterOptions } = options;
  const store = await openStore(config, logger);
  const { db, coordination } = store;
  const state = new ConversationState(createSqlStorage(db));
  const counter = state.createProperty<number>('count');
  const count = async (context: TurnContext): Promise<number> => {
    const next = (await counter.get(context, 0)) + 1;
    await counter.set(context, next);
    return next;
  };
  const resets: string[] = [];
  const resetDialog = async (context: TurnContext): Promise<void> => {
    resets.push(context.activity.id ?? '');
    await state.saveChanges(context);
  };
  const adapter = createAdapter(config, { logger, errorText: () => 'sorry', resetDialog, ...adapterOptions });
  adapter.use(new AutoSaveStateMiddleware(state), createProcessedOnce(state));
  const queue = createTurnQueue({
    maxWaiting,
    exclusively: (key, job) => coordination.exclusively(key, job),
  });
  const bot = (context: TurnContext): Promise<void> => turn(context, () => count(context));
  const server = createServer({
    config,
    adapter,
    bot,
    queue,
    logger,
    health: createHealth('1.2.3'),
    limits,
  });
  return {
    resets,
    listen: () => server.listen(),
    async close() {
      await server.close();
      await store.close();
    },
    failed: new Promise(() => undefined),
    reload: () => Promise.resolve(true),
  };
}

const echo: NonNullable<TestAppOptions['turn']> = async (context, count) => {
  if (context.activity.type !== 'message') return;
  await context.sendActivity(`${await count()}: ${context.activity.text}`);
};
