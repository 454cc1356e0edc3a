// Servers under the same load by turns, so that a machine which is busy for a while is busy for all of them.
import type { Load } from './serverLoad';
import type { LoadProcess } from './serverLoadProcess';
import type { ServerProcess } from './serverProcess';

/** One load on one server. */
export interface Round {
  readonly turnsPerSecond: number;
  /** Milliseconds that turns took, by percentile. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Of all its processors' time, milliseconds a turn. */
  readonly processorMs: number;
  /** MB resident at the end. */
  readonly memory: number;
  readonly repliesPerTurn: number;
}

export interface RoundsOptions extends Pick<Load, 'transport' | 'talks'> {
  /** Turns in a round. */
  readonly turns: number;
  readonly rounds: number;
}

/** @returns the rounds of each server; one before them, in which code is compiled and caches are filled, does not count */
export async function takeRounds(
  servers: readonly ServerProcess[],
  load: LoadProcess,
  { rounds, ...options }: RoundsOptions,
): Promise<Round[][]> {
  const taken = servers.map((): Round[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, server] of servers.entries()) {
      const name = `${options.transport}-${round}`;
      const measured = await takeRound([server], load, { ...options, name });
      if (round > 0) taken[at]!.push(measured);
    }
  }
  return taken;
}

/** One load on servers that stand for one bot: each turn goes to the next. */
export async function takeRound(
  servers: readonly ServerProcess[],
  load: LoadProcess,
  options: Omit<Load, 'urls'>,
): Promise<Round> {
  const sum = (of: (server: ServerProcess) => number): number =>
    servers.reduce((total, server) => total + of(server), 0);
  const before = sum((server) => server.processorMs());
  const { seconds, waits, replies } = await load.run({ ...options, urls: servers.map(({ url }) => url) });
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    turnsPerSecond: waits.length / seconds,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    processorMs: (sum((server) => server.processorMs()) - before) / waits.length,
    memory: sum((server) => server.memory()),
    repliesPerTurn: replies / waits.length,
  };
}

/** @param sorted not empty @param share 0..1 */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;

/** The round in the middle, of each measure by itself. @param rounds one or more */
export function middleRound(rounds: readonly Round[]): Round {
  const middle = (measure: keyof Round): number =>
    at(
      rounds.map((round) => round[measure]).sort((a, b) => a - b),
      0.5,
    );
  return {
    turnsPerSecond: middle('turnsPerSecond'),
    p50: middle('p50'),
    p95: middle('p95'),
    p99: middle('p99'),
    processorMs: middle('processorMs'),
    memory: middle('memory'),
    repliesPerTurn: middle('repliesPerTurn'),
  };
}

/** A measure of one server over that of another in the same round: the one in the middle. */
export const middleRatio = (ours: readonly Round[], theirs: readonly Round[], measure: keyof Round): number =>
  at(
    ours.map((round, at) => round[measure] / theirs[at]![measure]).sort((a, b) => a - b),
    0.5,
  );
