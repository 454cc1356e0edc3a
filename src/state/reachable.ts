// Whether the database answers, and with it the connection on which instances find each other.
import { sql } from 'kysely';
import { StorageError } from '../domain/storageError';
import type { Store } from './store';

/** Resolves once it has. @throws StorageError where it does not */
export async function reach({ db, coordination }: Pick<Store, 'db' | 'coordination'>): Promise<void> {
  await sql`select 1`.execute(db);
  if (!coordination.isConnected) throw new StorageError('PostgreSQL is not connected for locks');
}
