// Waiting for another server, but not for ever: the SDK's own HTTP calls have no timeout.
import type { TurnContext } from 'botbuilder';

/**
 * Settles as `work` does, unless that takes too long. What heeds the signal ends then; all else goes on, and its outcome
 * is ignored.
 * @param milliseconds how long to wait
 * @throws an Error saying that `what` took too long
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
  what: string,
): Promise<T> {
  const abortion = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} took longer than ${milliseconds} ms`));
      abortion.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(abortion.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Deadlines of what a turn waits for now, the outermost first. The SDK's senders take no signal, and AsyncLocalStorage
 * would make every promise of the process slower (Node 22 and earlier: a tenth of a turn).
 */
const SIGNALS = Symbol('deadlines of the turn');

const signalsOf = ({ turnState }: TurnContext): readonly AbortSignal[] => turnState.get(SIGNALS) ?? [];

/** Aborted when what the turn waits for takes too long; undefined where it has no deadline. */
export function deadlineSignal(context: TurnContext): AbortSignal | undefined {
  const signals = signalsOf(context);
  return signals.length > 1 ? AbortSignal.any([...signals]) : signals[0];
}

/**
 * As withDeadline, for work of a turn that sends by the connector, which heeds deadlineSignal. Work within work ends with
 * either's deadline.
 */
export async function withTurnDeadline<T>(
  context: TurnContext,
  work: () => Promise<T>,
  milliseconds: number,
  what: string,
): Promise<T> {
  let own: AbortSignal | undefined;
  try {
    return await withDeadline(
      (signal) => {
        own = signal;
        context.turnState.set(SIGNALS, [...signalsOf(context), signal]);
        return work();
      },
      milliseconds,
      what,
    );
  } finally {
    const others = signalsOf(context).filter((signal) => signal !== own);
    context.turnState.set(SIGNALS, others);
  }
}
