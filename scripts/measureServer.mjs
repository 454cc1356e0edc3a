// `npm run bench:start`: starts the built bot as an operator would and measures the time until it is healthy and its
// memory after many turns; with `-- --training`, the first start of all too. Exits 1 where a limit is passed, so that CI
// notices a bot that became slow or leaky.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../dist/src/knowledge/load.js';
import { trainStatements } from '../dist/src/matching/statements.js';

const TURNS = 1_000;
/** Of the time of training a part of the matcher, in the same run: seconds would depend on how busy the machine is. */
const MOST_SHARE = 1.5;
const MOST_MEGABYTES = 330;
const port = 3900 + (process.pid % 90);
const BUILT_MODEL = 'data/matcher.model';
const url = `http://127.0.0.1:${port}`;
const dataDir = mkdtempSync(join(tmpdir(), 'career-advisor-bench-'));

/** What a person might say in turn, the guided advice among it. */
const TEXTS = [
  'what does a coder do',
  'and how much do they make?',
  'advise me',
  '1',
  '2',
  'do I need a GED?',
  'back',
  '2',
];

const start = (env = {}) =>
  spawn(process.execPath, ['dist/src/main.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

async function healthy(since) {
  for (;;) {
    const response = await fetch(`${url}/healthz`).catch(() => undefined);
    if (response?.ok) return (performance.now() - since) / 1000;
    if (performance.now() - since > 60_000) throw new Error('not healthy after 60 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function say(turn) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `bench-${turn}`,
      channelId: 'bench',
      deliveryMode: 'expectReplies',
      conversation: { id: `conversation-${Math.floor(turn / TEXTS.length)}` },
      from: { id: 'person' },
      recipient: { id: 'bot' },
      text: TEXTS[turn % TEXTS.length],
    }),
  });
  const { activities } = await response.json();
  if (response.status !== 200 || activities.length === 0) throw new Error(`turn ${turn}: ${response.status}`);
}

const stopped = (bot) => new Promise((resolve) => bot.on('exit', resolve));

if (process.argv.includes('--training')) {
  // Into the data folder, where the start that is measured finds it.
  const since = performance.now();
  const bot = start();
  const untrained = await healthy(since);
  bot.kill('SIGTERM');
  await stopped(bot);
  console.log(`healthy after ${untrained.toFixed(2)} s where the matcher must be trained first`);
} else {
  if (existsSync(BUILT_MODEL)) copyFileSync(BUILT_MODEL, join(dataDir, 'matcher.model'));
  // Trains where that is of other knowledge.
  const env = { ...process.env, DATA_DIR: dataDir };
  const { status } = spawnSync(process.execPath, ['dist/src/cli/trainModel.js'], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const knowledge = loadKnowledge(process.env.KNOWLEDGE_DIR ?? 'knowledge');
let since = performance.now();
trainStatements(knowledge);
const training = (performance.now() - since) / 1000;

since = performance.now();
const bot = start();
const seconds = await healthy(since);
const began = performance.now();
for (let turn = 0; turn < TURNS; turn++) await say(turn);
const perTurn = (performance.now() - began) / TURNS;
const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
bot.kill('SIGTERM');
const code = await stopped(bot);
rmSync(dataDir, { recursive: true, force: true });

console.log(
  `healthy after ${seconds.toFixed(2)} s (training on the statements of the advice alone: ${training.toFixed(2)} s), ` +
    `${TURNS} turns at ${perTurn.toFixed(2)} ms one after the other, then ${megabytes.toFixed(0)} MB resident, exit ${code}`,
);
if (seconds > MOST_SHARE * training || megabytes > MOST_MEGABYTES || code !== 0) {
  console.error(
    `limits: ${(MOST_SHARE * training).toFixed(2)} s (${MOST_SHARE} of that training), ${MOST_MEGABYTES} MB, exit 0`,
  );
  process.exit(1);
}
