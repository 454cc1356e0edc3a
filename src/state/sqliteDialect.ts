// SQLite for Kysely: its one connection goes to who has waited longest, and a statement is compiled once.
import { SqliteDialect, type DatabaseConnection, type Driver, type SqliteDatabase } from 'kysely';
import type Libsql from 'libsql';

export const createSqliteDialect = (file: Libsql.Database): SqliteDialect =>
  new InOrderDialect({ database: compileOnce(file) });

/**
 * Kysely's own lock wakes all who wait whenever the connection is free, and who asks at that moment goes before them: with
 * 500 conversations at once some waited for all others (`npm run bench:chat`).
 */
class InOrderDialect extends SqliteDialect {
  override createDriver(): Driver {
    return inOrder(super.createDriver());
  }
}

function inOrder(driver: Driver): Driver {
  let last = Promise.resolve();
  let leave = (): void => undefined;
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const before = last;
      let done = (): void => undefined;
      last = new Promise((resolve) => (done = resolve));
      await before;
      leave = done;
      return driver.acquireConnection();
    },
    async releaseConnection(connection: DatabaseConnection) {
      await driver.releaseConnection(connection);
      leave();
    },
    beginTransaction: (...args) => driver.beginTransaction(...args),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    destroy: () => driver.destroy(),
  };
}

/** Our statements are few; those whose length varies with a list could become many. */
const MOST_STATEMENTS = 200;

function compileOnce(file: Libsql.Database): SqliteDatabase {
  const compiled = new Map<string, Libsql.Statement>();
  return {
    prepare(sql) {
      const held = compiled.get(sql);
      if (held) return held;
      if (compiled.size >= MOST_STATEMENTS) compiled.clear();
      const statement = file.prepare(sql);
      compiled.set(sql, statement);
      return statement;
    },
    close: () => void file.close(),
  };
}
