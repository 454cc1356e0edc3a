// Results in the database under the hash of a secret token: who has the token has the page, until it ends.
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { TextDocument } from '../domain/document';
import type { Tables } from './tables';

export interface KeptPage {
  readonly document: TextDocument;
  readonly expires: Date;
}

export interface ResultPageStore {
  /** @returns the token that opens the page; it is kept nowhere and cannot be told again */
  keep(owner: string, document: TextDocument): Promise<{ readonly token: string; readonly expires: Date }>;
  /** @returns undefined for every token that opens nothing, whatever the reason */
  find(token: string): Promise<KeptPage | undefined>;
  /** Removes all pages of the owner. */
  forget(owner: string): Promise<void>;
}

const LIFE_MS = 30 * 24 * 60 * 60 * 1000;
const MOST_PER_OWNER = 10;
const TOKEN_BYTES = 32;

/**
 * What has ended is not shown, but only retention.ts removes it: had the clock jumped, it is there again once it is set right.
 * @param now milliseconds since 1970
 */
export function createResultPageStore(db: Kysely<Tables>, now: () => number): ResultPageStore {
  return {
    async keep(owner, document) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const created_at = now();
      const expires_at = created_at + LIFE_MS;
      await db.transaction().execute(async (transaction) => {
        await removeOldest(transaction, owner);
        await transaction
          .insertInto('result_pages')
          .values({
            token_hash: hashOf(token),
            owner,
            document: JSON.stringify(document),
            created_at,
            expires_at,
          })
          .execute();
      });
      return { token, expires: new Date(expires_at) };
    },

    async find(token) {
      const row = await db
        .selectFrom('result_pages')
        .select(['document', 'expires_at'])
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return (
        row && {
          document: JSON.parse(row.document) as TextDocument,
          expires: new Date(Number(row.expires_at)),
        }
      );
    },

    async forget(owner) {
      await db.deleteFrom('result_pages').where('owner', '=', owner).execute();
    },
  };
}

/** Leaves the owner room for one more. */
async function removeOldest(db: Kysely<Tables>, owner: string): Promise<void> {
  const rows = await db
    .selectFrom('result_pages')
    .select('token_hash')
    .where('owner', '=', owner)
    .orderBy('created_at', 'desc')
    .execute();
  const surplus = rows.slice(MOST_PER_OWNER - 1).map(({ token_hash }) => token_hash);
  if (surplus.length > 0) await db.deleteFrom('result_pages').where('token_hash', 'in', surplus).execute();
}

/** Unsalted, as the token is random: nobody can list what it may be. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
