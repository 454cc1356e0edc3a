// PostgreSQL for Kysely: a pool of connections, with limits on how long anybody waits for it.
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, TypeOverrides, types, type PoolConfig } from 'pg';

/** A turn reads and writes for some milliseconds, so few connections serve many conversations. */
const CONNECTIONS = 10;

/** Milliseconds; longer than any statement of ours, shorter than channels wait for an answer. */
export const PATIENCE: PoolConfig = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 8000,
  query_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
};

/**
 * @param url `postgres://user:password@host:port/database`, with `?sslmode=...` where wanted
 * @param patience for migrations none: they may take long, and wait for those of another instance
 */
export function createPostgresDialect(url: string, patience = PATIENCE): PostgresDialect {
  const overrides = new TypeOverrides();
  // bigint, which pg gives as text: all of ours are times, versions and counts below 2^53, and numbers with SQLite too.
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    types: overrides,
    max: CONNECTIONS,
    keepAlive: true,
    ...patience,
  });
  // A connection that breaks would end the process, idle or at work; what it was at work for hears of it by its query.
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return new PostgresDialect({ pool: withoutBroken(pool) });
}

/**
 * Closes a connection whose query ended otherwise than by PostgreSQL's word. Whoever waits no longer for a query has not
 * ended it: its transaction may still be open when PostgreSQL is back, and what is written into it next would be lost with it.
 */
const withoutBroken = (pool: Pool): PostgresPool => ({
  async connect() {
    const client = await pool.connect();
    let broken: Error | undefined;
    const query = async (sql: string, values: readonly unknown[]): Promise<unknown> => {
      try {
        return await client.query(sql, [...values]);
      } catch (error) {
        if (!(error instanceof DatabaseError)) broken = error as Error;
        throw error;
      }
    };
    return { query, release: () => client.release(broken) } as PostgresPoolClient;
  },
  end: () => pool.end(),
});

const ignore = (): void => undefined;
