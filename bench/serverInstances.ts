// One, two and four instances of the bot on one PostgreSQL: the messages of a talk go to each instance in turn.
import { openPostgres } from '../src/state/database';
import { startPostgres } from '../test/helpers/postgres';
import type { LoadProcess } from './serverLoadProcess';
import { startServer } from './serverProcess';
import { middleRound, takeRound, type Round } from './serverRounds';

export interface InstancesFindings {
  readonly instances: number;
  readonly round: Round;
}

const COUNTS = [1, 2, 4];

/** PostgreSQL writes each turn to the disk before it is acknowledged. @throws where the bot keeps its state elsewhere */
export async function measureInstances(
  script: string,
  load: LoadProcess,
  options: { readonly turns: number; readonly rounds: number; readonly talks: number },
): Promise<InstancesFindings[]> {
  const postgres = await startPostgres({ isDurable: true });
  try {
    const url = await postgres.createDatabase();
    const findings: InstancesFindings[] = [];
    for (const count of COUNTS) findings.push(await measureCount(script, load, { ...options, count, url }));
    const db = await openPostgres(url);
    const kept = await db.selectFrom('bot_state').select('key').limit(1).executeTakeFirst();
    await db.destroy();
    if (!kept) throw new Error('the bot kept nothing in DATABASE_URL');
    return findings;
  } finally {
    await postgres.close();
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
