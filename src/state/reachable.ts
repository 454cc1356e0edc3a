// Whether the database answers, and with it the connection on which instances find each other.
import { StorageError } from '../domain/storageError';
import type { Store } from './store';

/** Resolves once it has. @throws StorageError where it does not */
export async function reach({ db, coordination }: Pick<Store, 'db' | 'coordination'>): Promise<void> {
  // Of a table that every turn needs, as a bare `select 1` would not touch the file of SQLite.
  await db.selectFrom('bot_state').select('version').limit(1).execute();
  if (!coordination.isConnected) throw new StorageError('PostgreSQL is not connected for locks');
}
