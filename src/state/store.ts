// The database, and what instances that share it need beside it.
import type { Logger } from 'pino';
import { ALONE, type Coordination } from './coordination';
import { openConfigured, type Database, type DatabaseSettings } from './database';
import { coordinateByPostgres } from './postgresCoordination';

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
        await coordination.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
