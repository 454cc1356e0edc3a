// Removes what has become old, now and then, for as long as the bot runs.
import type { Logger } from 'pino';

export interface SweeperOptions {
  readonly sweep: () => Promise<void>;
  /** Milliseconds between two sweeps; the first comes at once. */
  readonly everyMs: number;
  readonly logger: Logger;
}

export interface Sweeper {
  /** Resolves once no sweep runs. */
  stop(): Promise<void>;
}

export function startSweeper({ sweep, everyMs, logger }: SweeperOptions): Sweeper {
  let running = Promise.resolve();
  const run = (): void => {
    running = running
      .then(sweep)
      .catch((err: unknown) => logger.error({ err }, 'what is old was not removed'));
  };
  run();
  const timer = setInterval(run, everyMs).unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}
