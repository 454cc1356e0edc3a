// A child process for one repetition: no engine inherits the memory or the compiled code of another.
import { DATASETS, sampled } from './datasets';
import { loadEngine, mostAsked } from './engines/catalogue';
import type { Engine } from './engines/engine';
import { measure, type Measurement } from './measurement';

export interface Job {
  readonly engine: string;
  readonly dataset: string;
  /** Folder of the datasets' files. */
  readonly folder: string;
  readonly thorough: boolean;
}

export interface JobResult extends Measurement {
  readonly engine: Omit<Engine, 'train'>;
  /** Test utterances. */
  readonly asked: number;
  /** Whether there are more that it was not asked. */
  readonly isSample: boolean;
}

process.once('message', (job: Job) => {
  run(job).then(
    (result) => process.send!({ result }, () => process.disconnect()),
    (error: unknown) => process.send!({ error: String(error) }, () => process.disconnect()),
  );
});

async function run({ engine: id, dataset, folder, thorough }: Job): Promise<JobResult> {
  const whole = DATASETS.find((one) => one.id === dataset)!.load(folder);
  const split = sampled(whole, mostAsked(id, whole.train.length));
  global.gc?.();
  const before = process.memoryUsage.rss();
  const engine = await loadEngine(id);
  const { name, version, settings } = engine;
  return {
    engine: { name, version, settings },
    asked: split.test.length,
    isSample: split.test.length < whole.test.length,
    ...(await measure(engine, split, before, thorough)),
  };
}
