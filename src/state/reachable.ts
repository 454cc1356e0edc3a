// Whether the store can do what a turn needs of it.
import { StorageError } from '../domain/storageError';
import type { Store } from './store';

/** @throws StorageError where it cannot. It asks a table, as a bare `select 1` would not touch the file of SQLite. */
export async function reach({ db, coordination }: Pick<Store, 'db' | 'coordination'>): Promise<void> {
  if (!coordination.isConnected) throw new StorageError('instances cannot agree who takes a turn');
  await db.selectFrom('bot_state').select('version').limit(1).execute();
}
