// SQLite for Kysely: its one connection goes to who has waited longest, and a statement is compiled once.
import {
  SqliteDialect,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
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
  const compiled = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const held = compiled.get(sql);
      if (held) return held;
      if (compiled.size >= MOST_STATEMENTS) compiled.clear();
      const statement = guarded(file.prepare(sql));
      compiled.set(sql, statement);
      return statement;
    },
    close: () => void file.close(),
  };
}

/** libsql ends the process where a value is of a type that SQLite does not have, as a boolean. */
function guarded(statement: Libsql.Statement): SqliteStatement {
  const check = (values: readonly unknown[]): unknown[] => {
    if (values.every(isStorable)) return [...values];
    throw new TypeError('SQLite stores text, numbers and bytes only');
  };
  return {
    reader: statement.reader,
    all: (values) => statement.all(check(values)),
    run: (values) => statement.run(check(values)),
    iterate: (values) => statement.iterate(check(values)),
  };
}

const isStorable = (value: unknown): boolean =>
  value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array;
