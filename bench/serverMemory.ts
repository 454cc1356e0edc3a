// Whether memory stays flat: 100,000 turns of thousands of talks, looked at between loads.
import type { LoadProcess } from './serverLoadProcess';
import type { ServerProcess } from './serverProcess';

export interface MemoryFindings {
  readonly turns: number;
  readonly seconds: number;
  /** MB resident after each part of the turns. */
  readonly samples: readonly number[];
}

export async function watchMemory(
  server: ServerProcess,
  load: LoadProcess,
  { turns, parts, talks }: { readonly turns: number; readonly parts: number; readonly talks: number },
): Promise<MemoryFindings> {
  const samples: number[] = [];
  let total = 0;
  for (let part = 0; part < parts; part++) {
    const options = {
      transport: 'expectReplies',
      talks,
      turns: turns / parts,
      name: `long-${part}`,
    } as const;
    const { seconds } = await load.run({ ...options, urls: [server.url] });
    total += seconds;
    samples.push(server.memory());
  }
  return { turns, seconds: total, samples };
}

/**
 * How much the mean of the last tenth is above that of the second, -1 or more: the first warms up.
 * @param samples ten or more
 */
export function growthOf({ samples }: Pick<MemoryFindings, 'samples'>): number {
  const tenth = Math.floor(samples.length / 10);
  const mean = (from: number): number =>
    samples.slice(from, from + tenth).reduce((sum, sample) => sum + sample, 0) / tenth;
  return mean(samples.length - tenth) / mean(tenth) - 1;
}
