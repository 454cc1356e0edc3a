// The HTTP server: its own routes, its limits, and how it stops without losing a turn.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Server as Listener } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Logger } from 'pino';
import type { Bot } from '../turns/bot';
import type { BotAdapter } from './adapter';
import type { Config } from './config';
import type { Health } from './health';
import { createMessageLimits } from './messageLimits';
import { createMessagesRoute } from './messages';
import { createServiceUrlPolicy } from '../http/origins';
import { stopping, notFound } from '../http/httpError';
import { refuse } from '../http/refuse';
import { refuseBroken } from '../http/refuseBroken';
import { refuseUpgrade } from '../http/refuseUpgrade';
import { createRequestGuard, type Stage } from '../http/requestGuard';
import { createRequestIds } from '../http/requestId';
import { securityHeaders } from '../http/securityHeaders';
import { limitServer, SERVER_LIMITS, type ServerLimits } from '../http/serverLimits';
import type { TurnQueue } from '../turns/turnQueue';

export interface ServerOptions {
  readonly config: Pick<
    Config,
    | 'host'
    | 'port'
    | 'credentials'
    | 'serviceUrls'
    | 'publicUrl'
    | 'chatsPerMinute'
    | 'proxyHops'
    | 'drainSeconds'
  >;
  readonly adapter: BotAdapter;
  readonly bot: Bot;
  readonly queue: TurnQueue;
  readonly logger: Logger;
  readonly health: () => Health;
  /** Takes WebSockets, where it knows the address; without it none is taken. */
  readonly takeUpgrade?: (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Told of each request that was answered. @param route as it was registered, if one fits the address */
  readonly onAnswer?: (route: string | undefined, status: number) => void;
  /** Called when the server stops, once no turn runs: closes what would keep connections open. */
  readonly onIdle?: () => void;
  readonly limits?: Partial<ServerLimits>;
}

export interface BotServer {
  /** Resolves to the address (`http://host:port`) once requests are taken; rejects as net.Server does (EADDRINUSE). */
  listen(): Promise<string>;
  /**
   * Listens on for `drainSeconds`, then to open connections alone, until no request and no turn is under way, 10 s at
   * most; then closes every connection.
   */
  close(): Promise<void>;
  /** From the call of close() on. */
  isStopping(): boolean;
  /** For rooms that add routes of their own before listen(). */
  readonly restify: restify.Server;
}

const CLOSE_TIMEOUT_MS = 10_000;

export function createServer(options: ServerOptions): BotServer {
  const { config, adapter, bot, queue, logger, health, takeUpgrade, onAnswer, onIdle } = options;
  let stage: Stage = 'open';
  // restify traces blank lines, and every address that is not found: a link with a slip in it still holds its secret.
  const quiet = logger.child({}, { level: logger.level === 'trace' ? 'debug' : logger.level });
  // restify takes pino, though its types still name bunyan. An empty name: no Server header.
  const log = quiet as unknown as NonNullable<restify.ServerOptions['log']>;
  const server = restify.createServer({ name: '', log });
  const http = server.server;
  const perAddress = config.proxyHops > 0 && { connectionsPerAddress: Infinity };
  limitServer(http, { ...SERVER_LIMITS, ...perAddress, ...options.limits });
  http.on('clientError', refuseBroken);

  server.pre(createRequestIds(config.proxyHops));
  server.pre(createRequestGuard(() => stage, securityHeaders(config.publicUrl)));
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    refuse(req, res, error, logger);
    done();
  });
  server.on('after', (_req: Request, res: Response, route?: restify.Route) => {
    onAnswer?.(route && String(route.path), res.statusCode);
  });
  // restify listens to 'upgrade', so Node leaves such sockets to it, and it leaves them open for ever.
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (stage === 'over') refuseUpgrade(socket, stopping());
    else if (!takeUpgrade?.(req, socket, head)) refuseUpgrade(socket, notFound());
  });

  const isAuthenticated = config.credentials !== undefined;
  const mayReplyTo = createServiceUrlPolicy(isAuthenticated, config.serviceUrls);
  server.post(
    '/api/messages',
    createMessagesRoute({
      adapter,
      bot,
      queue,
      mayReplyTo,
      isAuthenticated,
      limits: createMessageLimits(config),
      logger,
    }),
  );
  server.get('/healthz', (_req: Request, res: Response, next: Next) => {
    res.json(200, health());
    next();
  });

  async function idle(): Promise<void> {
    while (queue.busy > 0 || server.inflightRequests() > 0) {
      await (queue.busy > 0 ? queue.idle() : once(server, 'after'));
    }
  }

  return {
    restify: server,
    isStopping: () => stage !== 'open',
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, () => {
          server
            .off('error', reject)
            .on('error', (err: unknown) => logger.error({ err }, 'the server failed'));
          resolve(server.url);
        });
      }),
    async close() {
      stage = 'draining';
      if (config.drainSeconds > 0) await pause(config.drainSeconds * 1000);
      // The close of an HTTP server would cut idle connections too, on which a request may be under way to us.
      const closed = new Promise<void>((resolve) => Listener.prototype.close.call(http, () => resolve()));
      await within(CLOSE_TIMEOUT_MS, idle());
      stage = 'over';
      onIdle?.();
      http.closeIdleConnections();
      await within(CLOSE_TIMEOUT_MS, closed);
      http.closeAllConnections();
    },
  };
}

/** Resolves as `work` does, or when the time is up. It keeps the process alive: turns may hold nothing that would. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, timeUp]);
  clearTimeout(timer);
}
