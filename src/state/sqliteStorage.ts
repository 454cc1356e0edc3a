// The SDK's Storage contract over one SQL table; portable SQL only, so the same code serves SQLite and PostgreSQL.
import { randomInt } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Kysely } from 'kysely';
import { StorageError } from './storageError';
import type { Tables } from './tables';

/**
 * Storage whose writes happen wholly or not at all, also over several keys; the SDK's own stores stop halfway.
 * A write with an eTag succeeds only on the very version that was read; without one, or with `''` or `'*'`, it
 * overwrites. An item deleted meanwhile counts as changed: a late writer must not bring back what a person had erased.
 * Methods throw a StorageError where the database fails.
 */
export function createSqlStorage(db: Kysely<Tables>): Storage {
  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await stored(db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute());
      return Object.fromEntries(rows.map(({ key, value, version }) => [key, toItem(value, version)]));
    },

    async write(changes) {
      const items = Object.entries<StoreItem>(changes);
      if (items.length === 0) return;
      // In order of key, so that two writers of the same keys wait for each other instead of deadlocking.
      items.sort(([a], [b]) => (a < b ? -1 : 1));
      await stored(
        db.transaction().execute(async (transaction) => {
          for (const [key, item] of items) await writeItem(transaction, key, item);
        }),
      );
    },

    async delete(keys) {
      if (keys.length > 0) await stored(db.deleteFrom('bot_state').where('key', 'in', keys).execute());
    },
  };
}

/** Removes the state that nobody has used since `time`, in milliseconds since 1970. */
export async function removeStateBefore(db: Kysely<Tables>, time: number): Promise<void> {
  await db.deleteFrom('bot_state').where('updated_at', '<', time).execute();
}

/** That another has written meanwhile is no failure of the database: trying again would not help. */
class ChangedError extends Error {}

async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof ChangedError) throw cause;
    throw new StorageError('the state could not be read or written', { cause });
  }
}

function toItem(value: string, version: number): StoreItem {
  return { ...(JSON.parse(value) as StoreItems), eTag: String(version) };
}

async function writeItem(db: Kysely<Tables>, key: string, { eTag, ...item }: StoreItem): Promise<void> {
  const now = Date.now();
  const value = JSON.stringify(item);
  if (eTag === undefined || eTag === '' || eTag === '*') {
    await db
      .insertInto('bot_state')
      // Versions start anywhere: had they all started at 1, an eTag from before a deletion could fit again.
      .values({ key, value, version: randomInt(2 ** 47), updated_at: now })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((row) => ({ value, version: row('bot_state.version', '+', 1), updated_at: now })),
      )
      .execute();
    return;
  }
  const { numUpdatedRows } = await db
    .updateTable('bot_state')
    .set((row) => ({ value, version: row('version', '+', 1), updated_at: now }))
    .where('key', '=', key)
    .where('version', '=', versionOf(eTag))
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new ChangedError(`"${key}" has changed since it was read with eTag ${eTag}`);
}

/** Another store's eTag, which is no number, matches no version. */
const versionOf = (eTag: string): number => (/^\d{1,15}$/.test(eTag) ? Number(eTag) : -1);
