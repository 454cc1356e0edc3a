// Two instances on one real PostgreSQL: who may go on with a conversation, who hears what, and what a broken connection costs.
import { EventEmitter, once } from 'node:events';
import { sql } from 'kysely';
import { createLogger } from '../../src/logging';
import { openPostgres } from '../../src/state/database';
import { coordinateByPostgres, type PostgresCoordination } from '../../src/state/postgresCoordination';
import { StorageError } from '../../src/domain/storageError';
import { gate } from '../helpers/httpGate';
import { startPostgres, type Postgres } from '../helpers/postgres';

jest.setTimeout(60_000);

let postgres: Postgres;
let url: string;
const open: PostgresCoordination[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
beforeEach(async () => {
  url = await postgres.createDatabase();
});
afterEach(() => Promise.all(open.splice(0).map((instance) => instance.close())));
afterAll(() => postgres.close());

async function anInstance(): Promise<PostgresCoordination> {
  const instance = await coordinateByPostgres(url, createLogger('silent'));
  open.push(instance);
  return instance;
}

/** What an instance hears, and a wait for the next of it. */
function hearing(instance: PostgresCoordination) {
  const events = new EventEmitter();
  const heard: (string | undefined)[] = [];
  instance.onNews((id) => {
    heard.push(id);
    events.emit('news');
  });
  const next = async (count: number): Promise<readonly (string | undefined)[]> => {
    while (heard.length < count) await once(events, 'news');
    return heard;
  };
  return { heard, next };
}

async function asOperator(statement: ReturnType<typeof sql>): Promise<void> {
  const db = await openPostgres(url);
  await statement.execute(db);
  await db.destroy();
}

describe('exclusively', () => {
  it('runs jobs of one key one after another over both, and of other keys side by side', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    const first = gate();
    const events: string[] = [];
    const slow = a.exclusively('key', async () => {
      events.push('a begins');
      await first.passed;
      events.push('a ends');
    });
    while (events.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const waits = b.exclusively('key', () => Promise.resolve(events.push('b')));
    await b.exclusively('other', () => Promise.resolve(events.push('other')));
    expect(events).toEqual(['a begins', 'other']);
    first.open();
    await Promise.all([slow, waits]);
    expect(events).toEqual(['a begins', 'other', 'a ends', 'b']);
  });

  it('hands on what the job throws, and frees the key', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    await expect(a.exclusively('key', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await b.exclusively('key', () => Promise.resolve('fine'))).toBe('fine');
  });

  it('gives the key to the other at once where the connection of an instance is gone', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    const [held, begun] = [gate(), gate()];
    const lost = a.exclusively('key', () => {
      begun.open();
      return held.passed;
    });
    await begun.passed;
    await asOperator(sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
    expect(await b.exclusively('key', () => Promise.resolve('taken over'))).toBe('taken over');
    held.open();
    await lost;
  });

  it('waits while PostgreSQL is started anew, and fails where it does not come back', async () => {
    const a = await anInstance();
    const reconnected = hearing(a);
    await postgres.stop();
    const patient = a.exclusively('key', () => Promise.resolve('done'));
    await postgres.start();
    expect(await patient).toBe('done');
    await reconnected.next(1);
    await postgres.stop();
    await expect(a.exclusively('key', () => Promise.resolve())).rejects.toThrow(StorageError);
    expect(a.isConnected).toBe(false);
    await postgres.start();
    await reconnected.next(2);
    expect(a.isConnected).toBe(true);
  });
});

describe('announce', () => {
  it('is heard by the others, and not by the one who says it', async () => {
    const [a, b, c] = [await anInstance(), await anInstance(), await anInstance()];
    const [atA, atB, atC] = [a, b, c].map(hearing) as [
      ReturnType<typeof hearing>,
      ReturnType<typeof hearing>,
      ReturnType<typeof hearing>,
    ];
    a.announce('one');
    expect(await Promise.all([atB.next(1), atC.next(1)])).toEqual([['one'], ['one']]);
    for (let at = 0; at < 50; at++) b.announce(`conversation-${at}`);
    expect(new Set(await atA.next(50)).size).toBe(50);
    expect(atB.heard).toEqual(['one']);
  });

  it('makes everybody look at everything after a connection was lost, as something may have been missed', async () => {
    const [a, b] = [await anInstance(), await anInstance()];
    const [atA, atB] = [hearing(a), hearing(b)];
    await asOperator(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%listen%' and pid <> pg_backend_pid()`,
    );
    expect([await atA.next(1), await atB.next(1)]).toEqual([[undefined], [undefined]]);
    a.announce('later');
    expect(await atB.next(2)).toEqual([undefined, 'later']);
  });
});

describe('openPostgres', () => {
  it('makes the tables once, though many instances start at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url)));
    const names = await sql<{ count: number }>`select count(*) as count from kysely_migration`.execute(
      all[0]!,
    );
    expect(names.rows[0]!.count).toBeGreaterThanOrEqual(4);
    await Promise.all(all.map((db) => db.destroy()));
  });

  it('stops where there is no PostgreSQL, and does not tell the password', async () => {
    const away = openPostgres('postgres://bot:secret@127.0.0.1:1/bot');
    await expect(away).rejects.toThrow(/^DATABASE_URL: .*ECONNREFUSED/);
    await expect(away).rejects.not.toThrow(/secret/);
  });
});
