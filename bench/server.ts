// `npm run bench:server`: the bot under load against an echo on the same SDK, over 100,000 turns, and as several instances.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureInstances } from './serverInstances';
import { startLoadProcess, type LoadProcess } from './serverLoadProcess';
import { watchMemory } from './serverMemory';
import { startServer } from './serverProcess';
import { serverReport, type ServerFindings } from './serverReport';
import { takeRounds } from './serverRounds';

const BOT = join('dist', 'src', 'main.js');
const ECHO = join('bench', 'echoBot.mjs');
const OUT = join('bench', 'results', 'server.md');

const TALKS = 32;
const TURNS = 1_500;
const ROUNDS = 5;
const LONG = { turns: 100_000, parts: 50, talks: TALKS };

async function main(): Promise<void> {
  const busy = loadavg()[0]?.toFixed(1);
  const load = startLoadProcess();
  const transports = await againstEcho(load);
  const bot = await startServer(BOT);
  const memory = await watchMemory(bot, load, LONG);
  await bot.close();
  const instances = await measureInstances(BOT, load, { turns: TURNS, rounds: ROUNDS, talks: TALKS });
  load.close();
  const report = serverReport({
    date: new Date(),
    machine: `Node.js ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, load average ${busy} before`,
    talks: TALKS,
    turns: TURNS,
    transports,
    memory,
    instances,
  });
  writeFileSync(OUT, report);
  console.log(`${report}\nWritten to ${OUT}.`);
}

async function againstEcho(load: LoadProcess): Promise<ServerFindings['transports']> {
  const servers = [await startServer(ECHO), await startServer(BOT)];
  const findings = [];
  for (const transport of ['expectReplies', 'connector'] as const) {
    const options = { transport, talks: TALKS, turns: TURNS, rounds: ROUNDS };
    const [echo = [], ours = []] = await takeRounds(servers, load, options);
    findings.push({ transport, echo, ours });
    console.error(`measured ${transport}`);
  }
  await Promise.all(servers.map((server) => server.close()));
  return findings;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
