import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversationState, MemoryStorage, TurnContext, type Activity } from 'botbuilder';
import { ConfigError } from '../../src/errors';
import { DATABASE_FILE, openDatabase, openPostgres } from '../../src/state/database';
import { migrate } from '../../src/state/migrations';
import { ChangedError, createSqlStorage } from '../../src/state/sqlStorage';
import { startPostgres, type Postgres } from '../helpers/postgres';
import { InProcessAdapter } from '../../src/turns/inProcessAdapter';
import { describeStorage } from './storageContract';

type Database = Awaited<ReturnType<typeof openDatabase>>;

const open: Database[] = [];
const folders: string[] = [];

async function openIn(dataDir: string): Promise<Database> {
  const db = await openDatabase(dataDir);
  open.push(db);
  return db;
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-state-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.destroy()));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
});

const STRICT = { isAtomic: true, refusesErased: true };
describeStorage('SQLite in a file', {
  open: async () => createSqlStorage(await openIn(aFolder())),
  ...STRICT,
});
describeStorage('SQLite in memory', {
  open: async () => createSqlStorage(await openIn(':memory:')),
  ...STRICT,
});
describe('on PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.close());

  describeStorage('PostgreSQL', {
    async open() {
      const db = await openPostgres(await postgres.createDatabase());
      open.push(db);
      return createSqlStorage(db);
    },
    ...STRICT,
  });
});
describeStorage("the SDK's MemoryStorage", {
  open: () => Promise.resolve(new MemoryStorage()),
  isAtomic: false,
  refusesErased: false,
});

describe('createSqlStorage', () => {
  it("refuses what the SDK writes over another's change since it was read, and lets it write twice in a turn", async () => {
    const storage = createSqlStorage(await openIn(':memory:'));
    const contextOf = (): TurnContext =>
      new TurnContext(new InProcessAdapter(() => Promise.resolve([])), {
        type: 'message',
        channelId: 'test',
        conversation: { id: 'c' } as Activity['conversation'],
      });
    const state = new ConversationState(storage);
    const count = state.createProperty<number>('count');
    const add = async (context: TurnContext): Promise<void> => {
      await count.set(context, (await count.get(context, 0)) + 1);
      await state.saveChanges(context);
    };
    const [first, second] = [contextOf(), contextOf()];
    await add(contextOf());
    await Promise.all([state.load(first), state.load(second)]);
    await add(first);
    await add(first);
    await expect(add(second)).rejects.toThrow(ChangedError);
    expect(await count.get(contextOf())).toBe(3);
  });

  it('keeps everything over a restart', async () => {
    const folder = aFolder();
    const before = await openDatabase(folder);
    await createSqlStorage(before).write({ a: { id: 1 } });
    const { a } = (await createSqlStorage(before).read(['a'])) as { a: { eTag: string } };
    await before.destroy();
    const after = createSqlStorage(await openIn(folder));
    expect(await after.read(['a'])).toEqual({ a });
    await after.write({ a: { ...a, id: 2 } });
  });

  it('notes when an item was last written, in milliseconds', async () => {
    const db = await openIn(':memory:');
    const start = Date.now();
    await createSqlStorage(db).write({ a: { id: 1 } });
    const { updated_at } = await db.selectFrom('bot_state').select('updated_at').executeTakeFirstOrThrow();
    expect(updated_at).toBeGreaterThanOrEqual(start);
    expect(updated_at).toBeLessThanOrEqual(Date.now());
  });

  it('shares its file with another process', async () => {
    const folder = aFolder();
    const [one, other] = [createSqlStorage(await openIn(folder)), createSqlStorage(await openIn(folder))];
    await one.write({ a: { by: 'one' } });
    await other.write({ a: { by: 'other' } });
    expect(await one.read(['a'])).toMatchObject({ a: { by: 'other' } });
  });
});

describe('openDatabase', () => {
  it('creates the folder for this user only, and one file in it', async () => {
    const folder = join(aFolder(), 'deep', 'data');
    await openIn(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toContain(DATABASE_FILE);
  });

  it('may be called for a database that is up to date', async () => {
    const db = await openIn(aFolder());
    await expect(migrate(db)).resolves.toBeUndefined();
  });

  it.each<[string, (folder: string) => string]>([
    ['a file where the folder should be', (folder) => join(folder, 'file')],
    ['a folder below a file', (folder) => join(folder, 'file', 'data')],
    ['a database file that is none', (folder) => folder],
  ])('stops at %s with one line that names DATA_DIR and the remedy', async (_, dataDir) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'file'), '');
    writeFileSync(
      join(folder, DATABASE_FILE),
      'this is no database, it is only a text of some length'.repeat(50),
    );
    const opened = openDatabase(dataDir(folder));
    await expect(opened).rejects.toThrow(ConfigError);
    await expect(opened).rejects.toThrow(/^DATA_DIR is "[^\n]*name a folder/);
    await expect(opened).rejects.not.toThrow(/\n/);
  });

  it('refuses a database of a newer build', async () => {
    const folder = aFolder();
    const db = await openDatabase(folder);
    await db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999_future', timestamp: '2099-01-01' })
      .execute();
    await db.destroy();
    await expect(openDatabase(folder)).rejects.toThrow(/9999_future/);
  });
});
