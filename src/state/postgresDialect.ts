// PostgreSQL for Kysely: a pool of connections, with limits on how long anybody waits for it.
import { PostgresDialect } from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';

/** A turn reads and writes for some milliseconds, so few connections serve many conversations. */
const CONNECTIONS = 10;

/** Milliseconds; longer than any statement of ours, shorter than channels wait for an answer. */
const LIMITS = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 8000,
  query_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** @param url `postgres://user:password@host:port/database`, with `?sslmode=...` where wanted */
export function createPostgresDialect(url: string): PostgresDialect {
  const overrides = new TypeOverrides();
  // bigint, which pg gives as text: all of ours are times, versions and counts below 2^53, and numbers with SQLite too.
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    types: overrides,
    max: CONNECTIONS,
    keepAlive: true,
    ...LIMITS,
  });
  // A connection that breaks would end the process, idle or at work; what it was at work for hears of it by its query.
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return new PostgresDialect({ pool });
}

const ignore = (): void => undefined;
