// Runs a job in a process of its own, within limits of memory and time.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job, JobResult } from './worker';

/** V8's own limit depends on the machine; this one does not. */
export const HEAP_MB = 4_096;

type Message = { readonly result: JobResult } | { readonly error: string };

/** @param minutes after which the process is ended and the job counts as failed */
export function runJob(job: Job, minutes: number): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'worker.ts'), {
      execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_MB}`],
      // What an engine prints is no result, and V8's last words at the heap's limit are many.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let said: Message | undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.once('message', (message: Message) => (said = message));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (said && 'result' in said) resolve(said.result);
      else if (said) reject(new Error(said.error));
      else if (isLate) reject(new Error(`not done after ${minutes} minutes`));
      else reject(new Error(`ended with ${signal ?? code}, most likely more than ${HEAP_MB} MB of heap`));
    });
    child.send(job);
  });
}
