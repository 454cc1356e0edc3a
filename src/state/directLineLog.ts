// The conversations of the chat on websites as clients see them: every activity once, in one order that never changes.
import { sql, type Kysely } from 'kysely';
import { appendActivity, type LoggedActivity, type NewActivity } from './appendActivity';
import type { Tables } from './tables';

export interface DirectLineConversation {
  readonly id: string;
  readonly userId: string;
  readonly locale: string | undefined;
  /** Whether the bot has greeted. */
  readonly isWelcomed: boolean;
}

export interface LogPage {
  readonly activities: readonly LoggedActivity[];
  /** The position behind the last of them; what was asked for where there is none. */
  readonly watermark: number;
}

export interface DueActivity {
  readonly sequence: number;
  readonly activity: LoggedActivity;
}

export interface WaitingConversation {
  readonly id: string;
  /** Of the oldest activity that waits for its answer; 0 where a greeting does. */
  readonly sequence: number;
}

export interface DirectLineLog {
  /** Once begun, a conversation stays as it is. @returns whether it is new */
  begin(conversation: Pick<DirectLineConversation, 'id' | 'userId' | 'locale'>): Promise<boolean>;
  find(id: string): Promise<DirectLineConversation | undefined>;
  /** @returns the activity, or the one of the same key that was there before; undefined where the conversation has ended */
  append(conversationId: string, activity: NewActivity): Promise<LoggedActivity | undefined>;
  /** At most 200 activities behind the watermark. */
  since(conversationId: string, watermark: number): Promise<LogPage>;
  /** The oldest that the bot has not answered. */
  nextDue(conversationId: string): Promise<DueActivity | undefined>;
  /** Conversations that wait for the bot, some hundred at most. */
  waiting(): Promise<readonly WaitingConversation[]>;
  /** The activity at this place is answered. */
  settle(conversationId: string, sequence: number): Promise<void>;
  settleWelcome(conversationId: string): Promise<void>;
}

const PAGE_LENGTH = 200;
const MOST_WAITING = 500;

/** @param now milliseconds since 1970 */
export function createDirectLineLog(db: Kysely<Tables>, now: () => number): DirectLineLog {
  return {
    async begin({ id, userId, locale }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('direct_line_conversations')
        .values({
          id,
          user_id: userId,
          locale: locale ?? null,
          last_sequence: 0,
          created_at: now(),
          used_at: now(),
          welcomed_at: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async find(id) {
      const row = await db
        .selectFrom('direct_line_conversations')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return (
        row && {
          id,
          userId: row.user_id,
          locale: row.locale ?? undefined,
          isWelcomed: row.welcomed_at !== null,
        }
      );
    },

    append: (conversationId, activity) =>
      db.transaction().execute((transaction) => appendActivity(transaction, conversationId, activity, now())),

    async since(conversationId, watermark) {
      const rows = await db
        .selectFrom('direct_line_activities')
        .select(['sequence', 'activity'])
        .where('conversation_id', '=', conversationId)
        .where('sequence', '>', watermark)
        .orderBy('sequence')
        .limit(PAGE_LENGTH)
        .execute();
      return {
        activities: rows.map(({ activity }) => parse(activity)),
        watermark: Number(rows.at(-1)?.sequence ?? watermark),
      };
    },

    async nextDue(conversationId) {
      const row = await db
        .selectFrom('direct_line_activities')
        .select(['sequence', 'activity'])
        .where('conversation_id', '=', conversationId)
        .where('is_due', '=', 1)
        .orderBy('sequence')
        .limit(1)
        .executeTakeFirst();
      return row && { sequence: Number(row.sequence), activity: parse(row.activity) };
    },

    async waiting() {
      const rows = await db
        .selectFrom('direct_line_activities')
        .select((row) => ['conversation_id as id', row.fn.min('sequence').as('sequence')])
        .where('is_due', '=', 1)
        .groupBy('conversation_id')
        .unionAll(
          db
            .selectFrom('direct_line_conversations')
            .select(['id', sql<number>`0`.as('sequence')])
            .where('welcomed_at', 'is', null),
        )
        // Those who wait to be greeted first.
        .orderBy('sequence')
        .limit(MOST_WAITING)
        .execute();
      return rows.map(({ id, sequence }) => ({ id, sequence: Number(sequence) }));
    },

    async settle(conversationId, sequence) {
      await db
        .updateTable('direct_line_activities')
        .set({ is_due: 0 })
        .where('conversation_id', '=', conversationId)
        .where('sequence', '=', sequence)
        .execute();
    },

    async settleWelcome(conversationId) {
      await db
        .updateTable('direct_line_conversations')
        .set({ welcomed_at: now() })
        .where('id', '=', conversationId)
        .execute();
    },
  };
}

const parse = (activity: string): LoggedActivity => JSON.parse(activity) as LoggedActivity;
