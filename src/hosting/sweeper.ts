// Removes what has become old, now and then, for as long as the bot runs; not while the clock is in doubt.
import type { Logger } from 'pino';
import type { ClockLook } from '../domain/clockWatch';

export interface SweeperOptions {
  readonly sweep: () => Promise<void>;
  readonly lookAtClock: () => ClockLook;
  /** Milliseconds from one sweep to the next, and to the first: by then the clock of a machine just started is set. */
  readonly everyMs: number;
  readonly logger: Logger;
}

export interface Sweeper {
  /** Resolves once no sweep runs. */
  stop(): Promise<void>;
}

export function startSweeper({ sweep, lookAtClock, everyMs, logger }: SweeperOptions): Sweeper {
  let running = Promise.resolve();
  const run = (): void => {
    const { jump, isTrusted } = lookAtClock();
    if (jump !== undefined) {
      const seconds = Math.round(jump / 1000);
      logger.warn({ seconds }, 'the clock has jumped: nothing that is old is removed until tomorrow');
    }
    if (!isTrusted) return;
    running = running
      .then(sweep)
      .catch((err: unknown) => logger.error({ err }, 'what is old was not removed'));
  };
  const timer = setInterval(run, everyMs).unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}
