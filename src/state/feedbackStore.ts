// What people think of the answers, by what was answered.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Feedback } from '../domain/feedback';
import type { Tables } from './tables';

export interface AnswerFeedback {
  /** The ids of what was answered, parted by a blank. */
  readonly intents: string;
  readonly likes: number;
  readonly dislikes: number;
  /** Newest first. */
  readonly comments: readonly { readonly reaction: string; readonly comment: string }[];
}

export interface FeedbackStore {
  /** @param talk as from talkKey(), so that the person can have it forgotten */
  add(feedback: Feedback, talk: string): Promise<void>;
  /** The most disliked first. */
  summary(): Promise<readonly AnswerFeedback[]>;
}

/** @param now milliseconds since 1970 */
export const createFeedbackStore = (db: Kysely<Tables>, now: () => number): FeedbackStore => ({
  async add({ intents, reaction, comment }, owner) {
    await db
      .insertInto('feedback')
      .values({
        id: randomUUID(),
        intents: intents.join(' '),
        reaction,
        comment: comment ?? null,
        owner,
        created_at: now(),
      })
      .execute();
  },

  async summary() {
    const rows = await db.selectFrom('feedback').selectAll().orderBy('created_at', 'desc').execute();
    return [...new Set(rows.map(({ intents }) => intents))]
      .map((intents) => {
        const given = rows.filter((row) => row.intents === intents);
        return {
          intents,
          likes: given.filter(({ reaction }) => reaction === 'like').length,
          dislikes: given.filter(({ reaction }) => reaction === 'dislike').length,
          comments: given.flatMap(({ reaction, comment }) =>
            comment === null ? [] : [{ reaction, comment }],
          ),
        };
      })
      .sort((a, b) => b.dislikes - a.dislikes || b.likes - a.likes);
  },
});
