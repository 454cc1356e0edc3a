// Removes what has become too old, from every table: each has its rule here, and nowhere else.
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

/** Points in time, in milliseconds since 1970. */
export interface RetentionTimes {
  readonly now: number;
  /** What was written or last used before then goes. */
  readonly oldest: number;
  /** Keys made before then go: no token that they signed is good any more. */
  readonly oldestKey: number;
}

interface Rule {
  readonly table: keyof Tables;
  readonly key: readonly string[];
  /** The column that tells how old a row is. */
  readonly age: string;
  readonly before: keyof RetentionTimes;
}

const RULES: readonly Rule[] = [
  {
    table: 'direct_line_activities',
    key: ['conversation_id', 'sequence'],
    age: 'created_at',
    before: 'oldest',
  },
  { table: 'direct_line_conversations', key: ['id'], age: 'used_at', before: 'oldest' },
  { table: 'bot_state', key: ['key'], age: 'updated_at', before: 'oldest' },
  { table: 'unanswered', key: ['id'], age: 'created_at', before: 'oldest' },
  { table: 'result_pages', key: ['token_hash'], age: 'expires_at', before: 'now' },
  { table: 'signing_keys', key: ['id'], age: 'created_at', before: 'oldestKey' },
];

/** Rows that go in one statement, which takes milliseconds: whoever waits to write waits no longer than that. */
const BATCH = 500;

/**
 * Safe while others write, and while other instances do the same: each statement looks at the age of the rows that it
 * removes, and none minds rows that are gone. Of feedback the counts stay.
 * @param batch rows a statement, 1 or more
 */
export async function removeOld(db: Kysely<Tables>, times: RetentionTimes, batch = BATCH): Promise<void> {
  for (const rule of RULES) await inBatches(batch, () => removeSome(db, rule, times[rule.before], batch));
  await inBatches(batch, () => blankFeedback(db, times.oldest, batch));
}

/** @returns how many rows went */
async function removeSome(
  db: Kysely<Tables>,
  { table, key, age }: Rule,
  before: number,
  batch: number,
): Promise<number> {
  const isOld = sql`${sql.ref(age)} < ${before}`;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const old = sql`select ${columns} from ${sql.table(table)} where ${isOld} order by ${sql.ref(age)} limit ${batch}`;
  // The age once more: who has just come back must not lose the row between the two halves of the statement.
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ${isOld} and (${columns}) in (${old})
  `.execute(db);
  return Number(numAffectedRows);
}

/** @returns how many rows lost their person */
async function blankFeedback(db: Kysely<Tables>, before: number, batch: number): Promise<number> {
  const old = db
    .selectFrom('feedback')
    .select('id')
    .where('created_at', '<', before)
    .where((row) => row.or([row('owner', 'is not', null), row('comment', 'is not', null)]))
    .limit(batch);
  const { numUpdatedRows } = await db
    .updateTable('feedback')
    .set({ owner: null, comment: null })
    .where('id', 'in', old)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Other work of this process comes between two statements. */
async function inBatches(batch: number, removeBatch: () => Promise<number>): Promise<void> {
  while ((await removeBatch()) >= batch) await new Promise((resolve) => setImmediate(resolve));
}
