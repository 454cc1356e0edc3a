// One connection to PostgreSQL that stays open, and is opened anew where it breaks: locks and notifications live on it.
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import type { Logger } from 'pino';
import { StorageError } from '../domain/storageError';

export interface SessionOptions {
  readonly url: string;
  /** Notifications of this channel come to the session. */
  readonly channel: string;
  readonly onNotification: (payload: string) => void;
  /** Called at every connection after the first. */
  readonly onReconnected: () => void;
  readonly logger: Logger;
}

export interface Session {
  /** @throws StorageError where there is no connection, or it breaks meanwhile */
  query<Row>(name: string, sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
  readonly isConnected: boolean;
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
/** A query here is answered in a millisecond; one that takes so long has met a dead connection. */
const PATIENCE_MS = 5000;

/**
 * PostgreSQL too has to notice that this side is gone, as all its locks are held until then: after a kill at once, and
 * after a cut cable within 25 seconds instead of its usual two hours.
 */
const OPTIONS = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** @throws where the first connection cannot be made */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { url, channel, onNotification, onReconnected, logger } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let current: Client | undefined;

  async function connect(): Promise<void> {
    const client = new Client({
      connectionString: url,
      options: OPTIONS,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client
      .on('error', (err) => lose(client, err))
      .on('end', () => lose(client))
      .on('notification', ({ payload = '' }) => onNotification(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      signal.throwIfAborted();
    } catch (error) {
      drop(client);
      throw error;
    }
    current = client;
  }

  function lose(client: Client, err?: unknown): void {
    if (client !== current) return;
    current = undefined;
    drop(client);
    if (signal.aborted) return;
    logger.warn({ err }, 'the connection to PostgreSQL broke: it is opened anew');
    void reconnect();
  }

  async function reconnect(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        await connect();
        logger.info('PostgreSQL is connected again');
        return onReconnected();
      } catch (err) {
        logger.debug({ err }, 'PostgreSQL cannot be reached yet');
        await delay(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Nothing tells a connection without traffic that its other end is gone. */
  const heartbeat = setInterval(() => {
    query('heartbeat', 'select 1', []).catch(() => undefined);
  }, PATIENCE_MS).unref();

  /** A client takes one query after the other, and has no queue of its own from its next version on. */
  let last: Promise<unknown> = Promise.resolve();
  function query<Row>(name: string, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    const result = last.then(() => queryNow<Row>(name, text, values));
    last = result.catch(() => undefined);
    return result;
  }

  async function queryNow<Row>(name: string, text: string, values: readonly unknown[]) {
    const client = current;
    if (!client) throw new StorageError('PostgreSQL is not connected');
    try {
      const { rows } = await client.query<Row & object>({ name, text, values: [...values] });
      return rows;
    } catch (cause) {
      // An answer that comes too late could be a lock that nobody knows of: it goes with the connection.
      if (!(cause instanceof DatabaseError)) lose(client, cause);
      throw new StorageError('PostgreSQL did not answer', { cause });
    }
  }

  await connect();
  return {
    query,
    get isConnected() {
      return current !== undefined;
    },
    async close() {
      closing.abort();
      clearInterval(heartbeat);
      await current?.end();
    },
  };
}

/** What a broken connection has to say about its end is of no interest any more. */
const drop = (client: Client): void => void client.end().catch(() => undefined);
