// What was said and is on its way: sent one by one, the same activity again and again until the server has taken it.
// The server knows a repetition by its clientActivityID, so nothing is lost and nothing doubled.
import type { Activity } from './activity';
import { backOff, type Pauses } from './pause';
import { NotNow } from './ticket';
import type { Unsent, UnsentStore } from './unsent';

export interface OutboxOptions {
  /** Sends over whatever connection there is, or rejects with NotNow where there is none. */
  readonly post: (activity: Activity) => Promise<void>;
  readonly pauses: Pick<Pauses, 'pause'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly unsent: Pick<UnsentStore, 'read' | 'add' | 'remove'>;
  /** As far as it is known. */
  readonly conversationId: () => string | undefined;
}

/** Milliseconds; who comes back to the tab on the next day asks anew. */
export const GIVE_UP_AFTER = 24 * 60 * 60 * 1000;

/**
 * Begins with what the page before this one could not send.
 * @returns sends an activity after those before it; rejects where the server refuses it or time is up
 */
export function createOutbox(options: OutboxOptions): (activity: Activity) => Promise<void> {
  const { post, pauses, now, unsent, conversationId } = options;
  let last: Promise<unknown> = Promise.resolve();
  const deliver = async ({ activity, saidAt }: Unsent): Promise<void> => {
    for (let failures = 1; ; failures++) {
      try {
        if (now() > saidAt + GIVE_UP_AFTER) throw new Error('the time to send it is up');
        return await post(activity);
      } catch (error) {
        if (!(error instanceof NotNow)) throw error;
        await pauses.pause(error.ms ?? backOff(failures));
      }
    }
  };
  const queue = (each: Unsent): Promise<void> => {
    const sent = last.then(() => deliver(each)).finally(() => unsent.remove(each.activity));
    last = sent.catch(() => undefined);
    return sent;
  };
  for (const each of unsent.read(conversationId())) queue(each).catch(() => undefined);
  return (activity) => {
    const each = { activity, conversationId: conversationId(), saidAt: now() };
    unsent.add(each);
    return queue(each);
  };
}
