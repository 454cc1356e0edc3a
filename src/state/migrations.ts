// Every change to the tables, in order; one that has shipped is never edited, a later one corrects it.
import { Migrator, type Kysely, type Migration } from 'kysely';
import type { Tables } from './tables';

const MIGRATIONS: Record<string, Migration> = {
  '0001_bot_state': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('bot_state')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('updated_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('bot_state_updated_at').on('bot_state').column('updated_at').execute();
    },
  },
  '0002_result_pages': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('result_pages')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('result_pages_owner').on('result_pages').column('owner').execute();
      await db.schema
        .createIndex('result_pages_expires_at')
        .on('result_pages')
        .column('expires_at')
        .execute();
    },
  },
};

/**
 * Runs the migrations that this database has not had.
 * @throws the error of the first that fails, or one that says the database is newer than this build
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('a migration failed');
}
