// What serves the turns, exchanged while they run: each turn keeps to the end what it began with.
import type { Logger } from 'pino';
import { ConfigError, KnowledgeError } from '../errors';

/** Something that may end by itself, and otherwise is stopped. */
export interface Mortal {
  readonly died: Promise<Error>;
  stop(): Promise<void>;
}

export interface Live<T> {
  /** What serves turns that begin now. */
  readonly latest: T;
  /** False while the thread that serves has ended by itself and the next is not there. */
  readonly isAlive: boolean;
  /** Runs a turn; where the thread has ended by itself, the turn waits for the next. */
  use<R>(turn: (served: T) => Promise<R>): Promise<R>;
  /** Exchanges what serves; never rejects. @returns whether it did: on a failure all stays as it was, and the log says why */
  reload(): Promise<boolean>;
  /** Resolves when nothing serves any more. */
  readonly failed: Promise<void>;
  stop(): Promise<void>;
}

interface Held<T> {
  readonly value: T;
  /** Running on it. */
  turns: number;
  /** True once others are served by the next; it stops with its last turn. */
  retired: boolean;
}

/** A thread that lives for so long, in milliseconds, was started well. */
const AGAIN_MS = 10 * 60 * 1000;

/** @param start makes what serves; called again for each reload, one call at a time */
export async function goLive<T extends Mortal>(
  start: (signal: AbortSignal) => Promise<T>,
  logger: Logger,
): Promise<Live<T>> {
  const closing = new AbortController();
  const alive = new Set<Held<T>>();
  let fail: () => void;
  const failed = new Promise<void>((resolve) => (fail = resolve));

  const hold = async (): Promise<Held<T>> => {
    const held: Held<T> = { value: await start(closing.signal), turns: 0, retired: false };
    alive.add(held);
    void held.value.died.then((reason) => replace(held, reason));
    return held;
  };
  const retireWhenDone = (held: Held<T>): void => {
    if (!held.retired || held.turns > 0 || !alive.delete(held)) return;
    void held.value.stop().catch((err: unknown) => logger.error({ err }, 'the old matcher did not stop'));
  };

  let latest = await hold();
  let current = Promise.resolve(latest);
  let lane: Promise<unknown> = Promise.resolve();
  let waiting: Promise<boolean> | undefined;
  let replacedAt = -Infinity;

  /** One start at a time, so that the newest is also the one that is kept. */
  const inTurn = <R>(job: () => Promise<R>): Promise<R> => {
    const result = lane.then(job);
    lane = result.catch(() => undefined);
    return result;
  };
  const serve = (next: Held<T>): void => {
    const before = latest;
    latest = next;
    current = Promise.resolve(next);
    before.retired = true;
    retireWhenDone(before);
  };

  async function exchange(): Promise<boolean> {
    waiting = undefined;
    const began = performance.now();
    try {
      serve(await hold());
      replacedAt = -Infinity;
      logger.info({ ms: Math.round(performance.now() - began) }, 'the knowledge was read anew');
      return true;
    } catch (err) {
      if (!closing.signal.aborted)
        logger.error(reasonOf(err), 'the knowledge was not changed: what was known stays');
      return false;
    }
  }

  /** A thread that ended by itself is started again; a second end soon after means that starting does not help. */
  function replace(dead: Held<T>, err: Error): void {
    alive.delete(dead);
    if (dead !== latest || closing.signal.aborted) return;
    if (performance.now() - replacedAt < AGAIN_MS) {
      logger.fatal({ err }, 'the matcher ended again: the bot cannot answer');
      fail();
      return;
    }
    replacedAt = performance.now();
    logger.error({ err }, 'the matcher ended: it is started again');
    current = inTurn(async () => {
      // A reload that was under way may have brought the next already.
      if (latest === dead) serve(await hold());
      return latest;
    });
    current.catch((error: unknown) => {
      if (closing.signal.aborted) return;
      logger.fatal(reasonOf(error), 'the matcher could not be started again: the bot cannot answer');
      fail();
    });
  }

  return {
    get latest() {
      return latest.value;
    },
    get isAlive() {
      return alive.has(latest);
    },
    failed,
    async use(turn) {
      let held = await current;
      // It may have been exchanged, and stopped, between the two ticks.
      while (held.retired) held = await current;
      held.turns += 1;
      try {
        return await turn(held.value);
      } finally {
        held.turns -= 1;
        retireWhenDone(held);
      }
    },
    // A third reload may share the second, which has yet to read a file.
    reload: () => (waiting ??= inTurn(exchange)),
    async stop() {
      closing.abort();
      await lane;
      await Promise.all([...alive].map(({ value }) => value.stop()));
    },
  };
}

/** A mistake of the author is told by its file and line alone; any other error deserves its stack. */
const reasonOf = (err: unknown): object =>
  err instanceof KnowledgeError || err instanceof ConfigError ? { reason: err.message } : { err };
