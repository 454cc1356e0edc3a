// `npm run playground`: the built bot and Microsoft's Agents Playground, a page that behaves as Teams does, side by side.
// npx fetches the playground when it is first asked for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: npm run playground -- [--port 56150] [--bot-port 3978]';
const root = join(import.meta.dirname, '..');
/** The version that the tests talk to. */
const { dependencies } = JSON.parse(readFileSync(join(root, 'scripts/playground/package.json'), 'utf8'));
const [[name, version]] = Object.entries(dependencies);
const isWindows = process.platform === 'win32';

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

function readPorts() {
  // As the bot does it: the real environment wins.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const options = { port: { type: 'string' }, 'bot-port': { type: 'string' } };
  const { values } = parseArgs({ options });
  const page = Number(values.port ?? 56150);
  const bot = Number(values['bot-port'] ?? (process.env.PORT || 3978));
  for (const port of [page, bot])
    if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw new Error('Ports are 1 to 65535.');
  if (page === bot) throw new Error(`Two programs cannot share port ${bot}.`);
  return { page, bot };
}

/** The playground would move to another port without a word. */
async function checkFree(port, host, option) {
  const server = createServer().listen(port, host);
  await once(server, 'listening').catch(() =>
    fail(`Port ${port} is in use: stop what listens there, or set another one by ${option}.`),
  );
  server.close();
  await once(server, 'close');
}

/** Leads a process group of its own: npx starts others, which would outlive it. */
function start(command, args, options) {
  const child = spawn(command, args, {
    ...options,
    detached: !isWindows,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('error', resolve).once('close', resolve));
  return { child, ended };
}

async function stop({ child, ended }) {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGTERM');
  }
  await ended;
}

/** Resolves once something answers there. */
async function answers(url) {
  while (!(await fetch(url).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

let ports;
try {
  ports = readPorts();
} catch (error) {
  fail(`${error.message} ${USAGE}`);
}
await checkFree(ports.bot, '127.0.0.1', '--bot-port');
await checkFree(ports.page, undefined, '--port');

const botUrl = `http://127.0.0.1:${ports.bot}`;
const pageUrl = `http://127.0.0.1:${ports.page}`;
const bot = start(process.execPath, ['dist/src/main.js'], {
  cwd: root,
  env: {
    ...process.env,
    PORT: String(ports.bot),
    HOST: '127.0.0.1',
    // The playground has no credentials; links to results are to be opened on this machine.
    MicrosoftAppId: '',
    MicrosoftAppPassword: '',
    MicrosoftAppType: '',
    MicrosoftAppTenantId: '',
    PUBLIC_URL: '',
  },
});
/** The playground leaves a log where it runs. */
const folder = mkdtempSync(join(tmpdir(), 'advisor-playground-'));
const npx = ['-y', '--prefer-offline', '--fetch-retries=1', `${name}@${version}`];
const page = ['start', '-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(ports.page)];
const playground = start('npx', [...npx, ...page, '--disable-telemetry'], {
  cwd: folder,
  // It would open a browser of its own choice.
  env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
  shell: isWindows,
});
console.log(`Starting the bot and ${name} ${version}; the first time, npx fetches it (4 MB).`);

let isOpen = false;
void Promise.all([answers(`${botUrl}/healthz`), answers(pageUrl)]).then(() => {
  isOpen = true;
  console.log(`Open ${pageUrl} in a browser and talk to the bot as in Teams. Ctrl+C ends both.`);
});
const asked = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal).then(() => undefined));
const reason = await Promise.race([
  ...asked,
  bot.ended.then(() => 'The bot ended, and with it the playground.'),
  playground.ended.then(() =>
    isOpen
      ? 'The playground ended, and with it the bot.'
      : 'npx could not fetch or start the playground, for the reason above. The first time it needs the npm registry.',
  ),
]);
await Promise.all([stop(bot), stop(playground)]);
rmSync(folder, { recursive: true, force: true });
if (reason !== undefined) fail(reason);
process.exit(0);
