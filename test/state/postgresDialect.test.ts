// What a PostgreSQL that hangs, and then goes on, does to connections that others use later.
import { Kysely } from 'kysely';
import { openPostgres } from '../../src/state/database';
import { createPostgresDialect, PATIENCE } from '../../src/state/postgresDialect';
import { createSqlStorage } from '../../src/state/sqlStorage';
import type { Tables } from '../../src/state/tables';
import { startPostgres, type Postgres } from '../helpers/postgres';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.close());

describe('createPostgresDialect', () => {
  it('uses no connection again on which somebody gave up waiting, as its transaction may still be open', async () => {
    const url = await postgres.createDatabase();
    const other = await openPostgres(url);
    const db = new Kysely<Tables>({
      dialect: createPostgresDialect(url, { ...PATIENCE, query_timeout: 200 }),
    });
    const storage = createSqlStorage(db);
    const keys = ['first', 'second'];
    const writing = db.transaction().execute(async (transaction) => {
      await transaction.selectFrom('bot_state').select('key').execute();
      postgres.freeze();
      await transaction.updateTable('bot_state').set({ updated_at: 0 }).execute();
    });
    await expect(writing).rejects.toThrow(/timeout/i);
    postgres.thaw();
    await storage.write({ first: { id: 1 } });
    await storage.write({ second: { id: 2 } });
    const seen = await other.selectFrom('bot_state').select('key').orderBy('key').execute();
    expect(seen.map(({ key }) => key)).toEqual(keys);
    await Promise.all([db.destroy(), other.destroy()]);
  });
});
