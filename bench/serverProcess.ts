// A server under load: a process of its own, with its address, its memory and the time it has had of the processors.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ServerProcess {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Resident, in MB. */
  memory(): number;
  /** Of all its threads so far, in milliseconds. */
  processorMs(): number;
  /** Ends it as an operator does, and removes its folder. */
  close(): Promise<void>;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;
const MOST_START_MS = 60_000;

/**
 * @param script that says "listens on" and its address on stdout, which goes to a file as an operator's does
 * @param env settings beside PORT and DATA_DIR; nothing of the developer's gets in
 */
export async function startServer(
  script: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-server-'));
  const dataDir = join(folder, 'data');
  const out = join(folder, 'out.log');
  mkdirSync(dataDir);
  const model = join('data', 'matcher.model');
  if (existsSync(model)) copyFileSync(model, join(folder, model));
  // What the bot reads from where it is started; the folder has no .env.
  for (const name of ['dist', 'package.json']) symlinkSync(resolve(name), join(folder, name));
  const child = spawn(process.execPath, [resolve(script)], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: resolve('knowledge'),
      DATA_DIR: dataDir,
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', openSync(out, 'a'), 'inherit'],
  });
  const pid = child.pid ?? 0;
  const closed = once(child, 'close');
  const began = performance.now();
  let url: string | undefined;
  while (!url) {
    if (child.exitCode !== null || performance.now() - began > MOST_START_MS)
      throw new Error(`${script} did not start: ${readFileSync(out, 'utf8')}`);
    await pause(50);
    url = /listens on (http:\/\/\S+:\d+)/.exec(readFileSync(out, 'utf8'))?.[1];
  }
  return {
    url,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    processorMs() {
      // The name before the last bracket may hold blanks.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    async close() {
      child.kill('SIGTERM');
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
