import { sql } from 'kysely';
import { StorageError } from '../../src/domain/storageError';
import { openDatabase, type Database } from '../../src/state/database';
import { createSqlStorage } from '../../src/state/sqlStorage';

let db: Database;
beforeEach(async () => {
  db = await openDatabase(':memory:');
});
afterEach(() => db.destroy());

const pages = async (): Promise<number> => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  return rows[0]!.page_count;
};
const MANY = 2 ** 30;
/** In place of a disk that is full: SQLite says the same then. */
const letGrowTo = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(db);

describe('failingAsStorage', () => {
  it('makes every failure of a query a StorageError with the reason as its cause', async () => {
    const failing = sql`select nonsense from nowhere`.execute(db);
    await expect(failing).rejects.toThrow(StorageError);
    await expect(failing).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/nowhere/) as string },
    });
  });

  it('tells of each failure once, and of nothing else', async () => {
    let failures = 0;
    const told = await openDatabase(':memory:', () => (failures += 1));
    const failing = (inside: Database) => sql`insert into nowhere values (1)`.execute(inside);
    await expect(failing(told)).rejects.toThrow(StorageError);
    await expect(told.transaction().execute(failing)).rejects.toThrow(StorageError);
    await expect(sql`select ${true}`.execute(told)).rejects.toThrow(TypeError);
    expect(failures).toBe(2);
    await told.destroy();
  });

  it('leaves a mistake of ours what it is', async () => {
    await expect(sql`select ${true}`.execute(db)).rejects.toThrow(TypeError);
  });

  it('keeps what was stored when the disk is full, and stores again once there is room', async () => {
    const storage = createSqlStorage(db);
    await storage.write({ before: { id: 1 } });
    await letGrowTo(await pages());
    const large = { text: 'x'.repeat(100_000) };
    const refused = storage.write({ before: { id: 2 }, large });
    await expect(refused).rejects.toThrow(StorageError);
    await expect(refused).rejects.toMatchObject({ cause: { code: 'SQLITE_FULL' } });
    expect(await storage.read(['before', 'large'])).toMatchObject({ before: { id: 1 } });
    expect(await storage.read(['large'])).toEqual({});
    await letGrowTo(MANY);
    await storage.write({ large });
    expect(await storage.read(['large'])).toMatchObject({ large });
  });
});
