// Every database that the bot runs on, for tests of what is kept in it.
import { openDatabase, openPostgres, type Database } from '../../src/state/database';
import { startPostgres, type Postgres } from './postgres';

/** Opens a new, empty database; the test destroys it. */
export type OpenEmpty = () => Promise<Database>;

/** Defines the tests once for each. */
export function onEachEngine(define: (open: OpenEmpty) => void): void {
  describe('on SQLite', () => define(() => openDatabase(':memory:')));
  describe('on PostgreSQL', () => {
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres.close());
    define(async () => openPostgres(await postgres.createDatabase()));
  });
}
