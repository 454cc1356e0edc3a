// The command line of the bench.
import { parseArgs } from 'node:util';
import { DATASETS } from './datasets';
import { ENGINE_IDS } from './engines/catalogue';

export const USAGE = `npm run bench:matching -- --data DIR   runs our matcher and its peers on the same splits;
                                       expect more than an hour for everything

  --data DIR       folder with clinc150.{train,dev,test}.jsonl, banking77.{train,test}.jsonl and
                   banking77-10shot.train.jsonl: lines of {"text", "intent"}, intent "none" where out of scope
  --only LIST      engines, with commas between: ${ENGINE_IDS.join(',')}
  --datasets LIST  datasets: ${DATASETS.map(({ id }) => id).join(',')}
  --repeat N       repetitions, of whose times and memory the median counts (3)
  --once-above N   minutes; what takes longer is not repeated (2)
  --minutes N      time after which a single run counts as failed (20)
  --out DIR        where matching.md, matching.json and matching.svg are written (bench/results)
  --keep           keeps what is there of other engines and datasets`;

export interface Settings {
  /** Undefined where only datasets are chosen that need no files. */
  readonly data?: string;
  readonly engines: readonly string[];
  readonly datasets: readonly string[];
  readonly repeat: number;
  readonly onceAbove: number;
  readonly minutes: number;
  readonly out: string;
  readonly keep: boolean;
}

/** A mistake of the person at the command line, told without a stack. */
export class UsageError extends Error {}

/** @returns undefined where help is asked for */
export function readSettings(args: readonly string[]): Settings | undefined {
  const { values } = parse(args);
  if (values.help) return undefined;
  return {
    data: values.data,
    engines: chosen('--only', values.only, ENGINE_IDS),
    datasets: chosen(
      '--datasets',
      values.datasets,
      DATASETS.map(({ id }) => id),
    ),
    repeat: positive('--repeat', values.repeat),
    onceAbove: positive('--once-above', values['once-above']),
    minutes: positive('--minutes', values.minutes),
    out: values.out,
    keep: values.keep,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        only: { type: 'string' },
        datasets: { type: 'string' },
        repeat: { type: 'string', default: '3' },
        'once-above': { type: 'string', default: '2' },
        minutes: { type: 'string', default: '20' },
        out: { type: 'string', default: 'bench/results' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Those named, in the order of `known`; all where none is named. */
function chosen(option: string, list: string | undefined, known: readonly string[]): readonly string[] {
  const named = list?.split(',').map((name) => name.trim()) ?? known;
  const strange = named.find((name) => !known.includes(name));
  if (strange !== undefined) {
    throw new UsageError(`${option}: there is no "${strange}"; there are ${known.join(', ')}`);
  }
  return known.filter((name) => named.includes(name));
}

function positive(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new UsageError(`${option}: "${value}" is not a whole number above 0`);
  return Number(value);
}
