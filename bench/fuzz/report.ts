// The page on a run of the fuzzer.
import { table } from '../markdown';
import type { FuzzFindings } from './run';
import type { Outcome } from './wire';

export interface FuzzReport extends FuzzFindings {
  readonly date: Date;
  readonly machine: string;
  readonly seed: number;
  readonly count: number;
  readonly seconds: number;
  readonly memory: readonly { readonly done: number; readonly megabytes: number }[];
  /** Of the memory since the bot was warm; undefined where the run was too short for it. */
  readonly growth: number | undefined;
  /** Messages with which a good question was answered after all of it. */
  readonly answersAfter: number;
  readonly failures: ReadonlyMap<string, number>;
}

const COLUMNS: readonly { readonly head: string; readonly has: (outcome: Outcome) => boolean }[] = [
  { head: '2xx', has: (outcome) => isOf(outcome, 2) },
  { head: '1xx', has: (outcome) => isOf(outcome, 1) },
  { head: '3xx', has: (outcome) => isOf(outcome, 3) },
  ...[400, 401, 403, 404, 405, 408, 413, 415, 417, 429, 431].map((status) => ({
    head: String(status),
    has: (outcome: Outcome) => outcome === status,
  })),
  { head: '501', has: (outcome) => outcome === 501 },
  { head: 'other 5xx', has: (outcome) => isOf(outcome, 5) && outcome !== 501 },
  { head: 'closed', has: (outcome) => outcome === 'closed' },
  { head: 'left open', has: (outcome) => outcome === 'left' },
];

const isOf = (outcome: Outcome, hundred: number): boolean =>
  typeof outcome === 'number' && Math.floor(outcome / 100) === hundred;

export function fuzzReport(run: FuzzReport): string {
  const { date, machine, seed, count, seconds, outcomes, faults, failures, memory, growth, answersAfter } =
    run;
  const rows = [...outcomes].map(([kind, of]) => [
    kind,
    String(sum([...of.values()])),
    ...COLUMNS.map(({ has }) =>
      String(sum([...of].filter(([outcome]) => has(outcome)).map(([, times]) => times))),
    ),
  ]);
  return `${[
    '# Spoiled requests',
    `${date.toISOString().slice(0, 10)}, ${machine}. Made by \`npm run fuzz -- --seed ${seed} --count ${count}\`: ${count} requests to the built bot in a process of its own, in ${Math.round(seconds)} s.`,
    `${faults.length} were answered with 5xx (save 501, by which the protocol says that an invoke is not known), ${sum([...failures.values()])} failures are in the log, and a good question was answered afterwards with ${answersAfter} messages. ${growth === undefined ? '' : `Memory changed by ${(100 * growth).toFixed(1)} % after 20,000 requests.`}`,
    table(['Kind', 'Sent', ...COLUMNS.map(({ head }) => head)], rows),
    '"Closed" is a connection closed without an answer, "left open" one on which the bot waited for the rest of a request that was cut short, until the client left. The conversations, addresses and people in the requests are many, so that few of them meet a limit (429).',
    table(
      ['Requests', 'Memory'],
      memory.map(({ done, megabytes }) => [String(done), `${megabytes} MB`]),
    ),
    [...faults, ...[...failures].map(([failure, times]) => `${times} x ${failure}`)]
      .map((fault) => `- ${fault}`)
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
