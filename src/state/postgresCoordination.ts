// Coordination by PostgreSQL: advisory locks and NOTIFY, both on one connection.
//
// A lock is the session's: where the process is killed, PostgreSQL frees its locks as the connection breaks. So there is no
// lease to run out, no clock to be wrong, and no connection is bound by a turn that waits for a slow channel.
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Coordination } from './coordination';
import { openSession } from './postgresSession';
import { StorageError } from '../domain/storageError';

export interface PostgresCoordination extends Coordination {
  close(): Promise<void>;
}

const CHANNEL = 'career_advisor_news';
/** In place of a conversation's id: all of them. */
const ALL = '*';

/** Milliseconds from one try for a lock to the next; each is varied, so that two instances do not keep step. */
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 64;
/** Longer than a turn of another instance may take with a channel that does not answer. */
const PATIENCE_MS = 40_000;
/** PostgreSQL is back within so long where it is merely started anew. */
const PATIENCE_WITHOUT_MS = 3000;

/** @throws where PostgreSQL cannot be reached */
export async function coordinateByPostgres(url: string, logger: Logger): Promise<PostgresCoordination> {
  const instance = randomUUID();
  const listeners: ((conversationId: string | undefined) => void)[] = [];
  const unsaid = new Set<string>();
  let isSaying = false;

  const hear = (payload: string): void => {
    const [from, id] = payload.split(' ');
    if (from !== instance) listeners.forEach((listener) => listener(id === ALL ? undefined : id));
  };

  /** One statement at a time, with all that came up meanwhile. */
  async function sayAll(): Promise<void> {
    if (isSaying) return;
    isSaying = true;
    while (unsaid.size > 0 && session.isConnected) {
      const ids = [...unsaid];
      unsaid.clear();
      await session
        .query('news', `select pg_notify('${CHANNEL}', $1 || ' ' || id) from unnest($2::text[]) as id`, [
          instance,
          ids,
        ])
        // What was lost is not worth keeping a list: once there is a connection, the others look at everything.
        .catch(() => unsaid.add(ALL));
    }
    isSaying = false;
  }

  const session = await openSession({
    url,
    channel: CHANNEL,
    onNotification: hear,
    onReconnected: () => {
      listeners.forEach((listener) => listener(undefined));
      void sayAll();
    },
    logger,
  });

  /** Undefined while there is no connection. */
  const tryLock = async (id: string): Promise<boolean | undefined> => {
    const sql = 'select pg_try_advisory_lock($1) as locked';
    const rows = await session.query<{ locked: boolean }>('lock', sql, [id]).catch(() => []);
    return rows[0]?.locked;
  };

  async function lock(id: string): Promise<void> {
    const began = performance.now();
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const locked = await tryLock(id);
      if (locked) return;
      const waited = performance.now() - began;
      if (locked === undefined && waited > PATIENCE_WITHOUT_MS)
        throw new StorageError('PostgreSQL cannot be reached');
      if (waited > PATIENCE_MS) throw new StorageError('another instance is at this conversation');
      await delay(pause * (0.5 + Math.random()));
    }
  }

  return {
    async exclusively(key, job) {
      const id = lockId(key);
      await lock(id);
      try {
        return await job();
      } finally {
        // Where the connection is lost, so is the lock.
        await session.query('unlock', 'select pg_advisory_unlock($1)', [id]).catch(() => undefined);
      }
    },
    announce(conversationId) {
      unsaid.add(conversationId);
      void sayAll();
    },
    onNews: (listener) => void listeners.push(listener),
    get isConnected() {
      return session.isConnected;
    },
    close: () => session.close(),
  };
}

/** A signed 64-bit number, as PostgreSQL takes; two keys of one number would merely wait for each other. */
const lockId = (key: string): string => createHash('sha256').update(key).digest().readBigInt64BE().toString();
