// The secrets that sign tokens, in the database, so that a token outlives a restart and is valid at every instance.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables';

export interface SigningKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

export interface SigningKeys {
  /** The one to sign with. */
  newest(): Promise<SigningKey>;
  /** One that may have signed; undefined where there is none of this id any more. */
  find(id: string): Promise<SigningKey | undefined>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A key signs for so long; what it signed is taken until the longest token of its last day has ended. */
const SIGNS_FOR_MS = 30 * DAY_MS;
/** Clocks of instances differ by seconds; a key from further ahead is of a clock that was wrong, and signs when its time comes. */
const MOST_AHEAD_MS = 5 * 60 * 1000;

/** How long a key is good for, in milliseconds. @param longestMs how long a token may live */
export const lifeOfKey = (longestMs: number): number => SIGNS_FOR_MS + longestMs;

/**
 * @param now milliseconds since 1970
 * @param longestMs how long a token may live
 */
export function createSigningKeys(db: Kysely<Tables>, now: () => number, longestMs: number): SigningKeys {
  let current: (SigningKey & { readonly created: number }) | undefined;
  const known = new Map<string, SigningKey>();

  const isSigning = (created: number): boolean =>
    created <= now() + MOST_AHEAD_MS && created + SIGNS_FOR_MS > now();

  async function readNewest() {
    const row = await db
      .selectFrom('signing_keys')
      .selectAll()
      .where('created_at', '<=', now() + MOST_AHEAD_MS)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return row && isSigning(Number(row.created_at)) ? row : undefined;
  }

  /** Two instances may each add one; both are good, and both take the same for the newest. */
  async function renew() {
    known.clear();
    const row = { id: randomUUID(), secret: randomBytes(32).toString('base64url'), created_at: now() };
    await db.insertInto('signing_keys').values(row).execute();
    return (await readNewest()) ?? row;
  }

  return {
    async newest() {
      if (current && isSigning(current.created)) return current;
      const row = (await readNewest()) ?? (await renew());
      current = { ...toKey(row), created: Number(row.created_at) };
      return current;
    },
    async find(id) {
      const held = known.get(id);
      if (held) return held;
      const row = await db
        .selectFrom('signing_keys')
        .selectAll()
        .where('id', '=', id)
        .where('created_at', '>', now() - lifeOfKey(longestMs))
        .executeTakeFirst();
      if (row) known.set(id, toKey(row));
      return known.get(id);
    },
  };
}

const toKey = ({ id, secret }: Tables['signing_keys']): SigningKey => ({
  id,
  secret: Buffer.from(secret, 'base64url'),
});
