// The process: starts the bot from the environment, and stops it so that no turn is lost. All else is in app.ts.
import { existsSync } from 'node:fs';
import { isatty } from 'node:tty';
import { setFlagsFromString } from 'node:v8';
import type { Logger } from 'pino';
import { createApp } from './app';
import { ConfigError, KnowledgeError } from './errors';
import { readConfig, type Config } from './hosting/config';
import { createLogger } from './logging';

type App = Awaited<ReturnType<typeof createApp>>;

async function main(): Promise<void> {
  // V8 lets garbage pile up to several times the 60 MB that live before it collects: without this, 540 MB are resident under
  // load, and with half of it 300, at a quarter fewer turns a second (DESIGN.md, "What a turn costs").
  setFlagsFromString('--heap-growing-percent=60');
  // The real environment wins: loadEnvFile sets only what is absent.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const app = await createApp(config, logger);
  followProcess(app, logger);
  console.log(welcome(await app.listen(), config));
}

function welcome(address: string, { credentials }: Config): string {
  const next = credentials
    ? `Give the Azure bot the public https address of ${address}/api/messages as its messaging endpoint.`
    : `Open ${address} in a browser to chat, or ${address}/api/messages in the Bot Framework Emulator.`;
  return `The career advisor listens on ${address}. ${next} Ctrl+C stops it.`;
}

/**
 * SIGINT and SIGTERM close the bot and exit 0, an error that nobody caught exits 1; a second one of either exits at once.
 * SIGHUP reads the knowledge anew, unless it says what it was made for: that the terminal is gone. SIGUSR2 has the log
 * tell all, and a second one as little as before.
 */
function followProcess(app: App, logger: Logger): void {
  const hasTerminal = isatty(0);
  let stopping = false;
  const stop = (exitCode: number): void => {
    if (stopping) process.exit(1);
    stopping = true;
    app.close().then(
      () => process.exit(exitCode),
      (err: unknown) => {
        logger.error({ err }, 'closing failed');
        process.exit(1);
      },
    );
  };
  const stopBroken = (err: unknown): void => {
    logger.fatal({ err }, 'an error that nobody caught');
    stop(1);
  };
  process.on('SIGINT', () => stop(0)).on('SIGTERM', () => stop(0));
  process.on('SIGHUP', () => {
    if (hasTerminal && !isatty(0)) stop(0);
    else void app.reload();
  });
  const usual = logger.level;
  process.on('SIGUSR2', () => {
    logger.level = logger.level === 'debug' ? usual : 'debug';
  });
  void app.failed.then(() => stop(1));
  process.on('uncaughtException', stopBroken).on('unhandledRejection', stopBroken);
}

/** One line for what the operator can mend; only an error of ours deserves its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof KnowledgeError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, port, address } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
  };
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use on ${address}: stop what listens there, or set another PORT`;
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return `HOST and PORT cannot be used: ${error.message}`;
  return error.stack ?? error.message;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
