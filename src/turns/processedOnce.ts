// Middleware that answers an activity once, however often the channel sends it.
//
// A channel resends what was not acknowledged within 15 s, and a restart must not forget what was answered. So the ids
// are kept in the state of the talk itself: they are written by the same save as whatever the turn did, hence a turn
// counts as done exactly when its effect is stored. A table or a map beside it could say "done" of a turn that was lost,
// or "new" of one that was kept. The turn queue sees to it that two copies never run side by side.
import { ActivityTypes, type Activity, type BotState, type MiddlewareHandler } from 'botbuilder';

/** Ids per conversation: far more than can be in flight, and about 4 KB of state. */
const REMEMBERED = 100;

/** What a card wants to hear of a press that was taken already; others do not look at it. */
const TAKEN = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '✓' };

/** Teams gives an edited message the id of the original every time: what tells two edits apart is when they were made. */
const SAME_ID_AGAIN: readonly string[] = [ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete];

/**
 * Skips a turn whose activity this talk has had; an activity without id passes.
 * Register it after AutoSaveStateMiddleware of the same state, which saves the ids with the turn.
 */
export function createProcessedOnce(state: BotState): MiddlewareHandler {
  const processed = state.createProperty<readonly string[]>('processedActivities');
  return async (context, next) => {
    const key = keyOf(context.activity);
    if (key === undefined) return next();
    const keys = await processed.get(context, []);
    if (!keys.includes(key)) {
      await processed.set(context, [...keys, key].slice(-REMEMBERED));
      return next();
    }
    if (isInvoke(context.activity)) {
      // Without an answer of its own the SDK would tell the caller 501, "not implemented".
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: TAKEN } });
    }
  };
}

const isInvoke = ({ type }: Activity): boolean => type === String(ActivityTypes.Invoke);

function keyOf({ type, id, timestamp }: Activity): string | undefined {
  if (!id || !SAME_ID_AGAIN.includes(type)) return id && `${type} ${id}`;
  return timestamp && `${type} ${id} ${new Date(timestamp).getTime()}`;
}
