// The built bot as an operator runs it: a process with a port and a data folder, which may be killed and started again.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Activity } from 'botbuilder';
import { KNOWLEDGE_DIR, MODEL_FILE } from '../trainedModel';

const PROJECT = resolve(__dirname, '..', '..', '..');
const MAIN = join(PROJECT, 'dist', 'src', 'main.js');

export interface BotProcess {
  /** `http://127.0.0.1:port`, the same after every start. */
  readonly url: string;
  /** Its DATA_DIR, which outlives every start. */
  readonly dataDir: string;
  /** Of the process as it runs now. */
  readonly pid: number;
  /** All that it has written since its first start, on stdout and stderr. */
  log(): string;
  /** Posts to /api/messages, as a channel that takes the replies on the response. */
  post(activity: Partial<Activity>): Promise<Partial<Activity>[]>;
  /** Ends it without a warning, as a machine that fails does. */
  kill9(): Promise<void>;
  /** Asks it to end (SIGTERM). @returns its exit code */
  stop(): Promise<number | null>;
  /** Starts it anew on the same port and data, having stopped it if it still runs. @param env settings from now on */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** @param env settings beside those of the harness; nothing else of the developer's environment gets in */
export async function startBotProcess(env: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  // A folder of its own as working directory too, where no .env of a developer is.
  const folder = mkdtempSync(join(tmpdir(), 'advisor-browser-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
  copyFileSync(join(PROJECT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(PROJECT, 'dist'), join(folder, 'dist'), 'junction');
  let log = '';
  let port = '0';
  let settings = env;
  let child: ChildProcessByStdio<null, Readable, Readable>;

  const start = async (): Promise<string> => {
    child = spawn(process.execPath, [MAIN], {
      cwd: folder,
      env: { PATH: process.env.PATH, KNOWLEDGE_DIR, DATA_DIR: dataDir, PORT: port, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const from = log.length;
    const isOver = once(child, 'close').then(() => true);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    }
    for (;;) {
      const url = /listens on (http:\/\/\S+:\d+)/.exec(log.slice(from))?.[1];
      if (url) return url;
      const wrote = [child.stdout, child.stderr].map((stream) => once(stream, 'data').then(() => false));
      if (await Promise.race([isOver, ...wrote]))
        throw new Error(`the bot did not start: ${log.slice(from)}`);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
    }
    return child.exitCode;
  };
  const url = await start();
  port = new URL(url).port;

  return {
    url,
    dataDir,
    get pid() {
      return child.pid ?? 0;
    },
    log: () => log,
    async post(activity) {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
      });
      if (!response.ok) throw new Error(`the bot answered ${response.status}`);
      return ((await response.json()) as { activities: Partial<Activity>[] }).activities;
    },
    async kill9() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    async restart(more = {}) {
      settings = { ...settings, ...more };
      await end('SIGTERM');
      await start();
    },
    async close() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
