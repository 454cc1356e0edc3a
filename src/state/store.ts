// The database, and what instances that share it need beside it.
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ALONE, type Coordination } from './coordination';
import { openConfigured, type Database, type DatabaseSettings } from './database';
import { coordinateByPostgres } from './postgresCoordination';

const MOST_CLOSE_MS = 3000;

export interface Store {
  readonly db: Database;
  readonly coordination: Coordination;
  close(): Promise<void>;
}

/**
 * @param onFailure called for each query that the database fails at
 * @throws ConfigError when the database cannot be used
 */
export async function openStore(
  settings: DatabaseSettings,
  logger: Logger,
  onFailure?: () => void,
): Promise<Store> {
  const db = await openConfigured(settings, onFailure);
  if (!settings.databaseUrl) return { db, coordination: ALONE, close: () => db.destroy() };
  try {
    const coordination = await coordinateByPostgres(settings.databaseUrl(), logger);
    return {
      db,
      coordination,
      async close() {
        const closed = coordination.close().then(() => db.destroy());
        // A PostgreSQL that cannot be reached does not say goodbye; the end of the process closes what is left.
        await Promise.race([closed, delay(MOST_CLOSE_MS)]);
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
