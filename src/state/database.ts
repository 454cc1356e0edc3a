// Opens what the bot keeps its data in: one SQLite file in DATA_DIR, or the PostgreSQL of DATABASE_URL for many instances.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { Kysely, type Dialect } from 'kysely';
import Libsql from 'libsql';
import { StorageError } from '../domain/storageError';
import { ConfigError } from '../errors';
import { failingAsStorage } from './failingDialect';
import { migrate } from './migrations';
import { createPostgresDialect, PATIENCE } from './postgresDialect';
import { createSqliteDialect } from './sqliteDialect';
import type { Tables } from './tables';

export type Database = Kysely<Tables>;

export const DATABASE_FILE = 'career-advisor.db';

/** As Config has them. */
export interface DatabaseSettings {
  readonly dataDir: string;
  /** A function so that neither JSON nor inspect can print its password; where there is none, dataDir has the database. */
  readonly databaseUrl: (() => string) | undefined;
}

/**
 * @param onFailure called for each query that the database fails at
 * @throws ConfigError when the database cannot be used
 */
export const openConfigured = (
  { dataDir, databaseUrl }: DatabaseSettings,
  onFailure?: () => void,
): Promise<Database> =>
  databaseUrl ? openPostgres(databaseUrl(), onFailure) : openDatabase(dataDir, onFailure);

/**
 * Opens the database of SQLite, creates what is missing and brings its tables up to date. Close it with `destroy()`. From
 * then on every query that the database fails at rejects with a StorageError.
 * @param dataDir created when missing, readable by this user only; `:memory:` gives a database that nobody else sees
 * @throws ConfigError when the folder or the file cannot be used
 */
export const openDatabase = (dataDir: string, onFailure?: () => void): Promise<Database> =>
  open(
    () => createSqliteDialect(openFile(dataDir)),
    onFailure,
    (reason) =>
      `DATA_DIR is "${dataDir}": the database cannot be used there (${reason}); name a folder the bot may write to`,
  );

/**
 * The same over PostgreSQL; several instances may start at once.
 * @param url `postgres://user:password@host:port/database`
 * @throws ConfigError, without the address, when it cannot be reached or used
 */
export async function openPostgres(url: string, onFailure?: () => void): Promise<Database> {
  const explain = (reason: string): string =>
    `DATABASE_URL: PostgreSQL cannot be used there (${reason}); look whether it runs, and whether the address is right`;
  const { connectionTimeoutMillis } = PATIENCE;
  const patient = await open(
    () => createPostgresDialect(url, { connectionTimeoutMillis }),
    undefined,
    explain,
  );
  await patient.destroy();
  return new Kysely<Tables>({ dialect: failingAsStorage(createPostgresDialect(url), onFailure) });
}

async function open(
  dialect: () => Dialect,
  onFailure: (() => void) | undefined,
  explain: (reason: string) => string,
): Promise<Database> {
  let db: Database | undefined;
  try {
    db = new Kysely<Tables>({ dialect: failingAsStorage(dialect(), onFailure) });
    await migrate(db);
    return db;
  } catch (error) {
    await db?.destroy();
    throw new ConfigError(explain(reasonOf(error instanceof StorageError ? error.cause : error)));
  }
}

/** Where a name has several addresses, Node tells of each and leaves its own message empty. */
function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  const { errors } = error as Partial<AggregateError>;
  return errors ? errors.map(reasonOf).join(', ') : error.message;
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
