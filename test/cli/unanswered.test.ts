// `npm run unanswered` as an author runs it, over the database that the bot was told to use.
import { openDatabase, openPostgres, type Database } from '../../src/state/database';
import { createUnansweredStore } from '../../src/state/unansweredStore';
import { startPostgres } from '../helpers/postgres';
import { buildCommands, type BuiltCommands } from './builtCommands';

let commands: BuiltCommands;
beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands.remove());

/** Keeps a question that was asked twice, and one that was asked once. */
async function ask(db: Database): Promise<void> {
  const store = createUnansweredStore(db, () => Date.UTC(2026, 10, 28));
  for (const text of ['do coders get a car', 'what is zorp', 'do coders get a car']) {
    await store.keep('directline/somebody', { text });
  }
  await db.destroy();
}

const TOLD = '   2 times, last 2026-11-28: do coders get a car\n   1 times, last 2026-11-28: what is zorp\n';

describe('npm run unanswered', () => {
  it('says so where there is none, and tells the most asked first where there are', async () => {
    expect(await commands.run('cli/unanswered')).toMatchObject({
      code: 0,
      out: 'Every question so far was answered.\n',
    });
    await ask(await openDatabase(commands.dataDir));
    expect(await commands.run('cli/unanswered')).toMatchObject({ code: 0, out: TOLD });
  });

  it('reads the PostgreSQL of DATABASE_URL', async () => {
    const postgres = await startPostgres();
    const DATABASE_URL = await postgres.createDatabase();
    await ask(await openPostgres(DATABASE_URL));
    expect(await commands.run('cli/unanswered', { env: { DATABASE_URL } })).toMatchObject({ out: TOLD });
    await postgres.close();
  });
});
