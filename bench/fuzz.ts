// `npm run fuzz`: spoiled requests of every kind against the built bot in a process of its own. Exits 1 where it crashed,
// failed on a request, grew, or answers no more. `-- --seed N --count N --from N` repeats a run, or a part of one.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBotProcess } from '../test/helpers/browser/botProcess';
import { aDirectMessage } from '../test/helpers/httpBot';
import { realMatcher } from '../test/helpers/trainedModel';
import { fuzzReport } from './fuzz/report';
import { fuzz } from './fuzz/run';
import { failuresIn } from './fuzz/failures';

const OUT = join('bench', 'results', 'fuzz.md');
/** Requests until the memory of a bot at work is reached. */
const WARM_UP = 20_000;
/** Of the memory after the warm-up. */
const MOST_GROWTH = 0.2;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '100000' },
      from: { type: 'string', default: '0' },
    },
  });
  const [seed, count, from] = [values.seed, values.count, values.from].map(Number) as [
    number,
    number,
    number,
  ];
  // Trains it where no earlier run has; the bot begins with a copy.
  realMatcher();
  const bot = await startBotProcess({ PROXY_HOPS: '1', LOG_LEVEL: 'warn', CHATS_PER_MINUTE: '1000' });
  const memory: { readonly done: number; readonly megabytes: number }[] = [];
  const start = performance.now();
  const findings = await fuzz({
    url: bot.url,
    seed,
    count,
    from,
    onProgress(done) {
      if (done % 5000 > 0 && done < count) return;
      memory.push({ done, megabytes: residentMegabytes(bot.pid) });
      console.error(`${done} of ${count}, ${memory.at(-1)?.megabytes} MB, ${findingsSofar()}`);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const replies = await bot.post({
    ...aDirectMessage({ text: 'what does a coder do' }),
    serviceUrl: undefined,
  });
  const failures = failuresIn(bot.log());
  const code = await bot.stop();
  await bot.close();

  function findingsSofar(): string {
    return `${failuresIn(bot.log()).size} kinds of failures in the log`;
  }

  const warm = memory.find(({ done }) => done >= WARM_UP)?.megabytes;
  const growth = warm === undefined ? undefined : (memory.at(-1)?.megabytes ?? 0) / warm - 1;
  const report = fuzzReport({
    date: new Date(),
    machine: `Node.js ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
    seed,
    count,
    seconds,
    memory,
    growth,
    answersAfter: replies.length,
    failures,
    ...findings,
  });
  if (from === 0 && count >= 100_000) writeFileSync(OUT, report);
  console.log(report);
  const isBad =
    findings.faults.length > 0 ||
    failures.size > 0 ||
    code !== 0 ||
    replies.length === 0 ||
    (growth ?? 0) > MOST_GROWTH;
  if (isBad) process.exitCode = 1;
}

/** Of the process, as Linux tells it; 0 elsewhere. */
function residentMegabytes(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return 0;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
