// Any database of Kysely, whose failures all are StorageErrors: no store has to think of them, and no caller has to know
// the errors of each driver.
import type { DatabaseConnection, Dialect, Driver } from 'kysely';
import { StorageError } from '../domain/storageError';

/**
 * Changes the dialect's driver: whatever a query, or getting a connection for it, fails with becomes the cause of one.
 * @param onFailure called for each
 */
export const failingAsStorage = (dialect: Dialect, onFailure: () => void = () => undefined): Dialect => ({
  createDriver: () => watched(dialect.createDriver(), createFail(onFailure)),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
});

type Fail = (error: unknown) => never;

function watched(driver: Driver, fail: Fail): Driver {
  const seen = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async () => {
    const connection = await acquire().catch(fail);
    if (!seen.has(connection)) watch(connection, fail);
    seen.add(connection);
    return connection;
  };
  // It fails where the database has ended the transaction by itself, as for a full disk or a lost connection: what Kysely
  // then tells is to be the reason, and not this.
  const rollback = driver.rollbackTransaction.bind(driver);
  driver.rollbackTransaction = (connection) => rollback(connection).catch(() => undefined);
  return driver;
}

/** In place, as Kysely's own logging does it: a driver knows its connections again. Transactions are queries too. */
function watch(connection: DatabaseConnection, fail: Fail): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query) => {
    try {
      return await execute(query);
    } catch (error) {
      return fail(error);
    }
  };
}

/** A value of a type that no column has is a mistake of ours: it would be one again. */
const createFail =
  (onFailure: () => void): Fail =>
  (error) => {
    if (error instanceof TypeError) throw error;
    onFailure();
    throw new StorageError('the database failed', { cause: error });
  };
