// GET /readyz: whether this instance should get requests. /healthz tells that the process lives, which is another question:
// whoever restarts on that must not do so because the database is away.
import type { Request, Response, Server } from 'restify';
import type { Logger } from 'pino';
import { withDeadline } from './deadline';

export interface ReadinessOptions {
  readonly isStopping: () => boolean;
  /** Whether messages would be understood. */
  readonly isMatcherAlive: () => boolean;
  /** Rejects where the database does not answer. */
  readonly reachStore: () => Promise<void>;
  /** Milliseconds that the database has to answer; balancers wait for few seconds. */
  readonly storeDeadlineMs?: number;
  readonly logger: Logger;
}

/** Adds the route: 200 `{"status":"ready"}`, or 503 with the reason. */
export function addReadyRoute(server: Server, options: ReadinessOptions): void {
  const { isStopping, isMatcherAlive, reachStore, storeDeadlineMs = 2000, logger } = options;
  let asked: Promise<boolean> | undefined;

  /** Those who ask at the same time share one look, so that nobody can load the database by asking. */
  const isStoreThere = (): Promise<boolean> =>
    (asked ??= withDeadline(reachStore, storeDeadlineMs, 'asking the database')
      .then(
        () => true,
        (err: unknown) => {
          logger.warn({ err }, 'not ready: the store cannot be reached');
          return false;
        },
      )
      .finally(() => (asked = undefined)));

  async function obstacle(): Promise<string | undefined> {
    if (isStopping()) return 'the server is stopping';
    if (!isMatcherAlive()) return 'the matcher is being started';
    return (await isStoreThere()) ? undefined : 'the store cannot be reached';
  }

  server.get('/readyz', async (_req: Request, res: Response) => {
    const reason = await obstacle();
    if (reason === undefined) res.json(200, { status: 'ready' });
    else res.json(503, { status: 'not ready', reason });
  });
}
