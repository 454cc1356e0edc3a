// What was said and is on its way: sent one by one, the same activity again and again until the server has taken it.
// The server knows a repetition by its clientActivityID, so nothing is lost and nothing doubled.
import type { Activity } from './activity';
import { backOff, type Pauses } from './pause';
import { NotNow } from './ticket';

export interface OutboxOptions {
  /** Sends over whatever connection there is, or rejects with NotNow where there is none. */
  readonly post: (activity: Activity) => Promise<void>;
  readonly pauses: Pick<Pauses, 'pause'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds; Web Chat forgets about what it sent after 5 minutes, and then offers to send it anew. */
export const GIVE_UP_AFTER = 295_000;

/** @returns sends an activity after those before it; rejects where the server refuses it or time is up */
export function createOutbox({ post, pauses, now }: OutboxOptions): (activity: Activity) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  const deliver = async (activity: Activity, deadline: number): Promise<void> => {
    for (let failures = 1; ; failures++) {
      try {
        return await post(activity);
      } catch (error) {
        if (!(error instanceof NotNow) || now() > deadline) throw error;
        await pauses.pause(error.ms ?? backOff(failures));
      }
    }
  };
  return (activity) => {
    const deadline = now() + GIVE_UP_AFTER;
    const sent = last.then(() => deliver(activity, deadline));
    last = sent.catch(() => undefined);
    return sent;
  };
}
