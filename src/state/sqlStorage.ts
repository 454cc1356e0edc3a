// The SDK's Storage contract over one SQL table; portable SQL only, so the same code serves SQLite and PostgreSQL.
import { randomInt } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Kysely } from 'kysely';
import { StorageError } from '../domain/storageError';
import type { Tables } from './tables';

/**
 * Storage whose writes happen wholly or not at all, also over several keys; the SDK's own stores stop halfway.
 * A write with an eTag succeeds only on the very version that was read; without one, or with `''` or `'*'`, it
 * overwrites. An item deleted meanwhile counts as changed: a late writer must not bring back what a person had erased.
 *
 * The SDK's BotState reads an item, changes it and writes that very object with `'*'`: the last writer wins
 * (botbuilder-js#705). Such an object counts as what it is, the version that was read. So a turn whose lock is lost, as its
 * process was frozen and another instance went on, writes nothing over what the other did, save in the
 * very first turn of a talk, when there is no version yet. A version that has passed is a ChangedError.
 */
export function createSqlStorage(db: Kysely<Tables>): Storage {
  const versions = new WeakMap<StoreItem, number>();
  const versionRead = (item: StoreItem): string | undefined =>
    item.eTag === '*' ? (versions.get(item)?.toString() ?? '*') : item.eTag;

  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute();
      const items = rows.map(({ key, value, version }) => {
        const item = toItem(value, version);
        versions.set(item, version);
        return [key, item] as const;
      });
      return Object.fromEntries(items);
    },

    async write(changes) {
      const items = Object.entries<StoreItem>(changes);
      if (items.length === 0) return;
      // In order of key, so that two writers of the same keys wait for each other instead of deadlocking.
      items.sort(([a], [b]) => (a < b ? -1 : 1));
      const writeAll = async (on: Kysely<Tables>) => {
        const versioned: (readonly [StoreItem, number])[] = [];
        for (const [key, item] of items) {
          versioned.push([item, await writeItem(on, key, { ...item, eTag: versionRead(item) })]);
        }
        return versioned;
      };
      // One statement happens wholly or not at all by itself, and a turn writes one item.
      const written = await (items.length === 1 ? writeAll(db) : db.transaction().execute(writeAll));
      written.forEach(([item, version]) => versions.set(item, version));
    },

    async delete(keys) {
      if (keys.length > 0) await db.deleteFrom('bot_state').where('key', 'in', keys).execute();
    },
  };
}

/** Another has written meanwhile: what was to be done stands on what is no longer so. */
export class ChangedError extends StorageError {}

function toItem(value: string, version: number): StoreItem {
  return { ...(JSON.parse(value) as StoreItems), eTag: String(version) };
}

/** @returns the version that it has from now on */
async function writeItem(db: Kysely<Tables>, key: string, { eTag, ...item }: StoreItem): Promise<number> {
  const now = Date.now();
  const value = JSON.stringify(item);
  if (eTag === undefined || eTag === '' || eTag === '*') {
    const { version } = await db
      .insertInto('bot_state')
      // Versions start anywhere: had they all started at 1, an eTag from before a deletion could fit again.
      .values({ key, value, version: randomInt(2 ** 47), updated_at: now })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((row) => ({ value, version: row('bot_state.version', '+', 1), updated_at: now })),
      )
      .returning('version')
      .executeTakeFirstOrThrow();
    return version;
  }
  const updated = await db
    .updateTable('bot_state')
    .set((row) => ({ value, version: row('version', '+', 1), updated_at: now }))
    .where('key', '=', key)
    .where('version', '=', versionOf(eTag))
    .returning('version')
    .executeTakeFirst();
  if (updated) return updated.version;
  throw new ChangedError(`"${key}" has changed since it was read with eTag ${eTag}`);
}

/** Another store's eTag, which is no number, matches no version. */
const versionOf = (eTag: string): number => (/^\d{1,15}$/.test(eTag) ? Number(eTag) : -1);
