import { Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import { createSqliteDialect } from '../../src/state/sqliteDialect';

let file: Libsql.Database;
let db: Kysely<unknown>;
beforeEach(() => {
  file = new Libsql(':memory:');
  db = new Kysely({ dialect: createSqliteDialect(file) });
});
afterEach(() => db.destroy());

const ask = () => sql`select 1`.execute(db);

describe('createSqliteDialect', () => {
  it('serves who has waited longest, also before one who has just been served and asks again', async () => {
    const served: string[] = [];
    const busy = (async () => {
      for (let time = 1; time <= 3; time++) {
        await ask();
        served.push(`busy ${time}`);
      }
    })();
    const others = ['a', 'b', 'c', 'd'].map(async (name) => {
      await ask();
      served.push(name);
    });
    await Promise.all([busy, ...others]);
    expect(served).toEqual(['busy 1', 'a', 'b', 'c', 'd', 'busy 2', 'busy 3']);
  });

  it('goes on after a statement or a transaction that fails', async () => {
    await expect(sql`select nonsense from nowhere`.execute(db)).rejects.toThrow('nowhere');
    const failing = db.transaction().execute(() => Promise.reject(new Error('on purpose')));
    const [, after] = await Promise.allSettled([failing, ask()]);
    expect(after.status).toBe('fulfilled');
  });

  it('compiles a statement once, and a thousand of them too', async () => {
    const prepare = file.prepare.bind(file);
    const compiled: string[] = [];
    file.prepare = (statement: string) => {
      compiled.push(statement);
      return prepare(statement);
    };
    for (let time = 0; time < 10; time++) await ask();
    expect(compiled).toHaveLength(1);
    for (let number = 0; number < 1000; number++) {
      const { rows } = await sql<{ n: number }>`select ${sql.lit(number)} as n`.execute(db);
      expect(rows).toEqual([{ n: number }]);
    }
  });
});
