import { sql } from 'kysely';
import type { Database } from '../../src/state/database';
import { removeOld } from '../../src/state/retention';
import type { Tables } from '../../src/state/tables';
import { onEachEngine } from '../helpers/engines';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 28);
const OLDEST = NOW - 30 * DAY;
const OLDEST_KEY = NOW - 60 * DAY;
const TIMES = { now: NOW, oldest: OLDEST, oldestKey: OLDEST_KEY };

let db: Database;

onEachEngine((open) => {
  beforeEach(async () => {
    db = await open();
  });
  afterEach(() => db.destroy());

  /** One row of each table, of this name and age; whether it may stay hangs on the age alone. */
  async function add(name: string, age: Record<'used' | 'ends' | 'key', number>): Promise<void> {
    const { used, ends, key } = age;
    const created_at = used;
    await db
      .insertInto('bot_state')
      .values({ key: name, value: '{}', version: 1, updated_at: used })
      .execute();
    await db
      .insertInto('result_pages')
      .values({ token_hash: name, owner: name, document: '[]', created_at, expires_at: ends })
      .execute();
    await db
      .insertInto('direct_line_conversations')
      .values({
        id: name,
        user_id: name,
        locale: null,
        last_sequence: 1,
        created_at: 0,
        used_at: used,
        welcomed_at: 0,
      })
      .execute();
    await db
      .insertInto('direct_line_activities')
      .values({ conversation_id: name, sequence: 1, key: name, activity: '{}', is_due: 1, created_at })
      .execute();
    await db
      .insertInto('feedback')
      .values({ id: name, intents: 'a', reaction: 'like', comment: name, owner: name, created_at })
      .execute();
    await db
      .insertInto('unanswered')
      .values({ id: name, owner: name, message: null, text: name, created_at })
      .execute();
    await db.insertInto('signing_keys').values({ id: name, secret: 'x', created_at: key }).execute();
  }

  async function rowsOf(table: keyof Tables): Promise<unknown[]> {
    return (await sql`select * from ${sql.table(table)}`.execute(db)).rows;
  }

  const tables = async (): Promise<(keyof Tables)[]> =>
    (await db.introspection.getTables()).map(({ name }) => name as keyof Tables);

  describe('removeOld', () => {
    it('takes what is too old out of every table there is, and nothing else', async () => {
      await add('old', { used: OLDEST - 1, ends: NOW - 1, key: OLDEST_KEY - 1 });
      await add('young', { used: OLDEST, ends: NOW + 1, key: OLDEST_KEY });
      await removeOld(db, TIMES);
      for (const table of await tables()) {
        expect([table, JSON.stringify(await rowsOf(table)).includes('young')]).toEqual([table, true]);
        if (table === 'feedback') continue;
        expect([table, await rowsOf(table)]).toEqual([table, [expect.anything()]]);
      }
    });

    it('keeps of feedback that it was given', async () => {
      await add('old', { used: OLDEST - 1, ends: NOW, key: NOW });
      await removeOld(db, TIMES);
      expect(await rowsOf('feedback')).toEqual([
        expect.objectContaining({ id: 'old', reaction: 'like', comment: null, owner: null }),
      ]);
    });

    it('works in statements of so many rows, until nothing is left', async () => {
      for (let at = 0; at < 25; at++)
        await add(`old ${at}`, { used: OLDEST - 1 - at, ends: NOW - 1, key: 0 });
      await removeOld(db, TIMES, 10);
      expect(await rowsOf('direct_line_activities')).toEqual([]);
      expect(await rowsOf('bot_state')).toEqual([]);
      expect((await rowsOf('feedback')).every((row) => (row as { owner: unknown }).owner === null)).toBe(
        true,
      );
    });

    it('lets others write while it is at work', async () => {
      for (let at = 0; at < 50; at++) await add(`old ${at}`, { used: 0, ends: 0, key: 0 });
      const order: string[] = [];
      const sweeping = removeOld(db, TIMES, 5).then(() => order.push('swept'));
      await add('between', { used: NOW, ends: NOW + 1, key: NOW }).then(() => order.push('written'));
      await sweeping;
      expect(order).toEqual(['written', 'swept']);
      expect(await rowsOf('bot_state')).toHaveLength(1);
    });

    it('may run twice at once', async () => {
      for (let at = 0; at < 25; at++) await add(`old ${at}`, { used: 0, ends: 0, key: 0 });
      await add('young', { used: NOW, ends: NOW + 1, key: NOW });
      await Promise.all([removeOld(db, TIMES, 10), removeOld(db, TIMES, 10)]);
      expect(await rowsOf('bot_state')).toHaveLength(1);
      expect(await rowsOf('direct_line_activities')).toHaveLength(1);
    });
  });
});
