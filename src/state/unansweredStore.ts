// The questions that the bot could not answer, for whoever writes its knowledge; what is alike is told once, with how often.
import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { UnansweredQuestions } from '../domain/unanswered';
import type { Tables } from './tables';

export interface AskedQuestion {
  /** As it was asked last. */
  readonly text: string;
  /** 1 or more. */
  readonly times: number;
  readonly last: Date;
}

export interface UnansweredStore extends UnansweredQuestions {
  /** The most asked first, of those the newest. Texts that differ in case, blanks and signs alone count as one. */
  summary(): Promise<readonly AskedQuestion[]>;
}

/** @param now milliseconds since 1970 */
export const createUnansweredStore = (db: Kysely<Tables>, now: () => number): UnansweredStore => ({
  async keep(owner, { text, message }) {
    await db
      .insertInto('unanswered')
      .values({
        id: idOf(owner, message ?? randomUUID(), text),
        owner,
        message: message ?? null,
        text,
        created_at: now(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },

  async takeBack(owner, message) {
    await db.deleteFrom('unanswered').where('owner', '=', owner).where('message', '=', message).execute();
  },

  async summary() {
    const rows = await db
      .selectFrom('unanswered')
      .select(['text', 'created_at'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    const groups = new Map<string, AskedQuestion>();
    for (const { text, created_at } of rows) {
      const known = groups.get(likeness(text));
      const first = { text, times: 0, last: new Date(Number(created_at)) };
      const { times } = known ?? first;
      groups.set(likeness(text), { ...(known ?? first), times: times + 1 });
    }
    return [...groups.values()].sort((a, b) => b.times - a.times || b.last.getTime() - a.last.getTime());
  },
});

/** A turn that is done again, after a fault, finds its question there. */
const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const likeness = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
