// The other end of the process of the load: starts it, gives it loads one after the other, and ends it.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Load, LoadResult } from './serverLoad';
import type { Answer } from './serverLoadWorker';

export interface LoadProcess {
  /** One load at a time. @throws what went wrong in it */
  run(load: Load): Promise<LoadResult>;
  close(): void;
}

export function startLoadProcess(): LoadProcess {
  const child = fork(join(__dirname, 'serverLoadWorker.ts'), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        const end = (code: number | null): void => reject(new Error(`the load ended with ${code}`));
        child.once('exit', end).once('message', (answer: Answer) => {
          child.off('exit', end);
          if ('result' in answer) resolve(answer.result);
          else reject(new Error(answer.error));
        });
        child.send(load);
      }),
    close: () => void child.kill(),
  };
}
