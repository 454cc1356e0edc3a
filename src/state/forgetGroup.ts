// Removes what is kept of everybody in a group: each person's state, the pages of their results, what they asked and said of
// answers.
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import type { Tables } from './tables';

/**
 * Reads all keys once, which is rare enough: a group removes the bot.
 * @param talk what the keys of its talks begin with: the key of the conversation; threads of a channel too, whose ids go on
 *   behind it
 */
export async function forgetGroup(db: Kysely<Tables>, talk: string): Promise<void> {
  const ofGroup = (column: string, prefix: string): Expression<SqlBool> =>
    sql<SqlBool>`${startOf(column, prefix)} in (${`${prefix}/`}, ${`${prefix};`})`;
  await db
    .deleteFrom('bot_state')
    .where(ofGroup('key', `group/${talk}`))
    .execute();
  await db.deleteFrom('result_pages').where(ofGroup('owner', talk)).execute();
  await db.deleteFrom('unanswered').where(ofGroup('owner', talk)).execute();
  const nobody = { owner: null, comment: null };
  await db.updateTable('feedback').set(nobody).where(ofGroup('owner', talk)).execute();
}

/** As long as the prefix and one character, counted as databases count. */
const startOf = (column: string, prefix: string) =>
  sql`substr(${sql.ref(column)}, 1, ${[...prefix].length + 1})`;
