// Adds an activity to a conversation at the end of its order, once.
import type { Transaction } from 'kysely';
import type { Tables } from './tables';

/** What an activity needs to be kept; the rest is as it came. */
export interface LoggedActivity {
  readonly id: string;
  readonly type: string;
}

export interface NewActivity {
  /** Two of one key in a conversation are the same activity, sent again. */
  readonly key: string;
  /** Whether the bot has to answer it. */
  readonly isDue: boolean;
  /** Makes the activity, knowing its place in the order, 1 or more. */
  readonly activity: (sequence: number) => LoggedActivity;
}

/**
 * @param now milliseconds since 1970
 * @returns the activity, or the one of the same key that was there before; undefined where there is no such conversation
 */
export async function appendActivity(
  db: Transaction<Tables>,
  conversation_id: string,
  { key, isDue, activity }: NewActivity,
  now: number,
): Promise<LoggedActivity | undefined> {
  // First of all, as it makes every other writer of this conversation wait: no order but that of the numbers is ever
  // seen, and no key is looked up while another copy is on its way in. A number not used leaves a harmless gap.
  const place = await db
    .updateTable('direct_line_conversations')
    .set((row) => ({ last_sequence: row('last_sequence', '+', 1), used_at: now }))
    .where('id', '=', conversation_id)
    .returning('last_sequence')
    .executeTakeFirst();
  if (!place) return undefined;
  const before = await db
    .selectFrom('direct_line_activities')
    .select('activity')
    .where('conversation_id', '=', conversation_id)
    .where('key', '=', key)
    .executeTakeFirst();
  if (before) return JSON.parse(before.activity) as LoggedActivity;
  const sequence = Number(place.last_sequence);
  const added = activity(sequence);
  await db
    .insertInto('direct_line_activities')
    .values({
      conversation_id,
      sequence,
      key,
      activity: JSON.stringify(added),
      is_due: isDue ? 1 : 0,
      created_at: now,
    })
    .execute();
  return added;
}
