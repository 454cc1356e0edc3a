// Opens the bot's own database: one SQLite file in DATA_DIR, through Kysely so that PostgreSQL can take its place.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import Libsql from 'libsql';
import { ConfigError } from '../errors';
import { migrate } from './migrations';
import { createSqliteDialect } from './sqliteDialect';
import type { Tables } from './tables';

export type Database = Kysely<Tables>;

export const DATABASE_FILE = 'career-advisor.db';

/**
 * Opens the database, creates what is missing and brings its tables up to date. Close it with `destroy()`.
 * @param dataDir created when missing, readable by this user only; `:memory:` gives a database that nobody else sees
 * @throws ConfigError when the folder or the file cannot be used
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  try {
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(openFile(dataDir)) });
    await migrate(db);
    return db;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `DATA_DIR is "${dataDir}": the database cannot be used there (${reason}); name a folder the bot may write to`,
    );
  }
}

function openFile(dataDir: string): Libsql.Database {
  if (dataDir === ':memory:') return new Libsql(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new Libsql(join(dataDir, DATABASE_FILE));
  // Readers do not wait for the writer, and a power cut may cost the last turns but not the file.
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  // Milliseconds to wait for another process, as a backup, before a write fails.
  file.pragma('busy_timeout = 5000');
  return file;
}
