// Waiting for another server, but not for ever: the SDK's own HTTP calls have no timeout.
import { AsyncLocalStorage } from 'node:async_hooks';

/** The SDK's senders take no signal, so it goes to their HTTP calls along the chain of what awaits what. */
const running = new AsyncLocalStorage<AbortSignal>();

/** Aborted when the work around this call takes too long; undefined where it has no deadline. */
export const deadlineSignal = (): AbortSignal | undefined => running.getStore();

/**
 * Settles as `work` does, unless that takes too long. Work within work ends with either's deadline. What heeds
 * deadlineSignal ends then; all else goes on, and its outcome is ignored.
 * @param milliseconds how long to wait
 * @throws an Error saying that `what` took too long
 */
export async function withDeadline<T>(
  work: () => Promise<T>,
  milliseconds: number,
  what: string,
): Promise<T> {
  const abortion = new AbortController();
  const outer = deadlineSignal();
  const signal = outer ? AbortSignal.any([outer, abortion.signal]) : abortion.signal;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} took longer than ${milliseconds} ms`));
      abortion.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([running.run(signal, work), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
