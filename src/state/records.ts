// All that the database holds of one person beside the state of their talk: counted, and removed in one step. A table that
// says whose a row is belongs in here.
import type { Kysely, Transaction } from 'kysely';
import { conversationKey, DIRECT_LINE } from '../domain/conversationKey';
import type { Records } from '../domain/records';
import type { Tables } from './tables';

const WEBSITE = conversationKey({ channelId: DIRECT_LINE, conversation: { id: '' } });

/** @param now milliseconds since 1970 */
export const createRecords = (db: Kysely<Tables>, now: () => number): Records => ({
  async count(talk) {
    const pages = await db
      .selectFrom('result_pages')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('owner', '=', talk)
      .where('expires_at', '>', now())
      .executeTakeFirstOrThrow();
    const rated = await db
      .selectFrom('feedback')
      .select(({ fn }) => [fn.countAll().as('ratings'), fn.count('comment').as('comments')])
      .where('owner', '=', talk)
      .executeTakeFirstOrThrow();
    const questions = await db
      .selectFrom('unanswered')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('owner', '=', talk)
      .executeTakeFirstOrThrow();
    const messages = await db
      .selectFrom('direct_line_activities')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('conversation_id', '=', idOnWebsite(talk) ?? '')
      .executeTakeFirstOrThrow();
    return {
      pages: Number(pages.count),
      messages: Number(messages.count),
      ratings: Number(rated.ratings),
      comments: Number(rated.comments),
      questions: Number(questions.count),
    };
  },

  forget: (talk) =>
    db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('result_pages').where('owner', '=', talk).execute();
      await transaction.deleteFrom('unanswered').where('owner', '=', talk).execute();
      await transaction
        .updateTable('feedback')
        .set({ owner: null, comment: null })
        .where('owner', '=', talk)
        .execute();
      await forgetMessages(transaction, talk);
    }),
});

/** The message that is being answered stays, as do those that wait behind it. */
async function forgetMessages(db: Transaction<Tables>, talk: string): Promise<void> {
  const id = idOnWebsite(talk);
  if (id === undefined) return;
  await db
    .deleteFrom('direct_line_activities')
    .where('conversation_id', '=', id)
    .where('is_due', '=', 0)
    .execute();
}

const idOnWebsite = (talk: string): string | undefined =>
  talk.startsWith(WEBSITE) ? talk.slice(WEBSITE.length) : undefined;
