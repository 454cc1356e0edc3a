// `npm run bench:matching -- --data DIR`: our matcher and its peers on the same splits in the same run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { chart } from './chart';
import { HEAP_MB, runJob } from './child';
import { DATASETS, missingFiles, SAMPLE_SEED } from './datasets';
import { ENGINE_IDS, isAskedToRun, OURS } from './engines/catalogue';
import { ConfigError } from './evaluation';
import { TYPO_SEED } from './measurement';
import { installPeers } from './peerPackages';
import { report, type Circumstances } from './report';
import { readSettings, USAGE, UsageError, type Settings } from './settings';
import { keptOf, summarize, type Run } from './summary';
import { SYNTHETIC_SEED } from './synthetic';

async function main(args: readonly string[]): Promise<void> {
  const settings = readSettings(args);
  if (!settings) return console.log(USAGE);
  const folder = dataFolder(settings);
  if (settings.engines.some((engine) => engine !== OURS)) installPeers();

  const began = performance.now();
  const plan = planOf(settings);
  const before = resultsBefore(settings);
  const runs: Run[] = [];
  const notAgain = new Set<string>();
  for (const [at, { engine, dataset, repetition }] of plan.entries()) {
    if (notAgain.has(`${engine} ${dataset}`)) continue;
    const start = performance.now();
    const elapsed = ((start - began) / 1_000).toFixed(0);
    process.stderr.write(
      `[${at + 1}/${plan.length}] ${elapsed} s: ${engine}, ${dataset}, repetition ${repetition} ... `,
    );
    const load = loadavg()[0]!;
    const run = await runJob({ engine, dataset, folder, thorough: repetition === 1 }, settings.minutes).then(
      (result): Run => ({ engine, dataset, repetition, load, result }),
      (error: Error): Run => ({ engine, dataset, repetition, load, failure: error.message }),
    );
    runs.push(run);
    console.error(outcome(run));
    const minutes = (performance.now() - start) / 60_000;
    if (run.failure !== undefined || minutes > settings.onceAbove) notAgain.add(`${engine} ${dataset}`);
    // After every run, so that one that is broken off leaves what it found.
    write(settings, [...before.commands, commandOf(settings, args)], [...keptOf(before.runs, runs), ...runs]);
  }
  console.error(`Written to ${settings.out}.`);
}

/** What is kept of it. */
type Results = Pick<Circumstances, 'commands'> & { readonly runs: readonly Run[] };

function resultsBefore({ out, keep }: Settings): Results {
  const file = join(out, 'matching.json');
  if (!keep || !existsSync(file)) return { commands: [], runs: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as Results;
}

/** @throws UsageError where the chosen datasets need files that are not there */
function dataFolder({ data, datasets }: Settings): string {
  const needed = DATASETS.filter(({ id, files }) => datasets.includes(id) && files.length > 0);
  if (needed.length === 0) return '';
  if (data === undefined) throw new UsageError('--data is missing');
  const missing = missingFiles(needed, data);
  if (missing.length > 0) throw new UsageError(`${data} lacks ${missing.join(', ')}`);
  return data;
}

/** Whole rounds, so that a machine that slows down for a while does not slow one engine only. */
function planOf({ engines, datasets, repeat }: Settings) {
  const rounds = Array.from({ length: repeat }, (_, round) => round + 1);
  return DATASETS.filter(({ id }) => datasets.includes(id)).flatMap((dataset) =>
    rounds.flatMap((repetition) =>
      engines
        .filter((engine) => isAskedToRun(engine, dataset))
        .map((engine) => ({ engine, dataset: dataset.id, repetition })),
    ),
  );
}

function outcome({ result, failure }: Run): string {
  if (!result) return `failed: ${failure}`;
  const { speed, quality } = result;
  const right = `${(100 * quality.accuracy).toFixed(1)} % right`;
  return `${right}, trained in ${speed.trainMs.toFixed(0)} ms, p99 ${speed.p99Us.toFixed(0)} µs`;
}

function write(settings: Settings, commands: readonly string[], unsorted: readonly Run[]): void {
  const runs = unsorted.toSorted(
    (a, b) =>
      placeOf(a.dataset) - placeOf(b.dataset) ||
      ENGINE_IDS.indexOf(a.engine) - ENGINE_IDS.indexOf(b.engine) ||
      a.repetition - b.repetition,
  );
  const datasets = DATASETS.filter(({ id }) => runs.some(({ dataset }) => dataset === id));
  const rows = summarize(runs);
  const circumstances = circumstancesOf(commands, runs);
  mkdirSync(settings.out, { recursive: true });
  const save = (name: string, text: string) => writeFileSync(join(settings.out, name), text);
  save('matching.json', `${JSON.stringify({ ...circumstances, runs }, undefined, 2)}\n`);
  save('matching.md', report(circumstances, datasets, rows));
  const picture = chart(datasets, rows);
  if (picture) save('matching.svg', picture);
}

const placeOf = (dataset: string): number => DATASETS.findIndex(({ id }) => id === dataset);

/** Where the data lie on one machine is of no use on another. */
const commandOf = ({ data }: Settings, args: readonly string[]): string =>
  ['npm run bench:matching --', ...args.map((arg) => (data ? arg.replace(data, 'DIR') : arg))].join(' ');

function circumstancesOf(commands: readonly string[], runs: readonly Run[]): Circumstances {
  const engines = new Map(runs.flatMap(({ engine, result }) => (result ? [[engine, result.engine]] : [])));
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cpu: cpus()[0]!.model.trim(),
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    commands: [...new Set(commands)],
    repeat: Math.max(...runs.map(({ repetition }) => repetition)),
    heapMb: HEAP_MB,
    seeds: { typos: TYPO_SEED, samples: SAMPLE_SEED, 'synthetic knowledge': SYNTHETIC_SEED },
    engines: ENGINE_IDS.flatMap((id) => engines.get(id) ?? []),
  };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
