// Every change to the tables, in order; one that has shipped is never edited, a later one corrects it.
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
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
  '0003_direct_line': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('direct_line_conversations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('locale', 'text')
        .addColumn('last_sequence', 'bigint', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('used_at', 'bigint', (column) => column.notNull())
        .addColumn('welcomed_at', 'bigint')
        .execute();
      await db.schema
        .createIndex('direct_line_conversations_used_at')
        .on('direct_line_conversations')
        .column('used_at')
        .execute();
      await db.schema
        .createTable('direct_line_activities')
        .addColumn('conversation_id', 'text', (column) => column.notNull())
        .addColumn('sequence', 'bigint', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('is_due', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('direct_line_activities_key', ['conversation_id', 'sequence'])
        .execute();
      await db.schema
        .createIndex('direct_line_activities_once')
        .unique()
        .on('direct_line_activities')
        .columns(['conversation_id', 'key'])
        .execute();
      await db.schema
        .createIndex('direct_line_activities_due')
        .on('direct_line_activities')
        .columns(['is_due', 'conversation_id'])
        .execute();
      await db.schema
        .createIndex('direct_line_activities_created_at')
        .on('direct_line_activities')
        .column('created_at')
        .execute();
      await db.schema
        .createTable('signing_keys')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '0004_feedback': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('feedback')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('intents', 'text', (column) => column.notNull())
        .addColumn('reaction', 'text', (column) => column.notNull())
        .addColumn('comment', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('feedback_created_at').on('feedback').column('created_at').execute();
    },
  },
  '0005_unanswered': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('unanswered')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('message', 'text')
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('unanswered_owner').on('unanswered').column('owner').execute();
      await db.schema.createIndex('unanswered_created_at').on('unanswered').column('created_at').execute();
      await db.schema.alterTable('feedback').addColumn('owner', 'text').execute();
      await db.schema.createIndex('feedback_owner').on('feedback').column('owner').execute();
    },
  },
  '0006_direct_line_unwelcomed': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createIndex('direct_line_conversations_unwelcomed')
        .on('direct_line_conversations')
        .column('id')
        .where(sql.ref('welcomed_at'), 'is', null)
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
  if (error) throw error as Error;
}
