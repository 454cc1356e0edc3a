// Shows a person that the bot is at work, where a reply takes long. The SDK's ShowTypingMiddleware makes a failed notice
// fail the turn, goes on after the reply, and does not wait for a notice under way, which may then overtake the reply.
import { ActivityTypes, DeliveryModes, TurnContext, type Activity, type Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import { turnFields } from '../logging';
import { withTurnDeadline } from './deadline';

export interface TypingOptions {
  /** Milliseconds without a reply until the first notice. */
  readonly afterMs: number;
  /** Milliseconds from one notice to the next; channels show one for a few seconds. */
  readonly everyMs: number;
  readonly logger: Logger;
}

/** A reply waits for a notice under way so that it stays the last, but no longer than these milliseconds. */
const MOST_PATIENCE_MS = 1000;

/** Turns that a person waits for. */
const WAITED_FOR: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.MessageUpdate,
  ActivityTypes.Invoke,
];

/** Middleware that sends typing notices until the first reply or the end of the turn; none of them can hurt the turn. */
export function createTyping({ logger, ...pace }: TypingOptions): Middleware {
  return {
    async onTurn(context, next) {
      if (!isWaitedFor(context.activity)) return next();
      const typing = startTyping(() => sendNotice(context, logger), pace);
      context.onSendActivities(async (_, activities, send) => {
        if (activities.some(({ type }) => type !== String(ActivityTypes.Trace))) await typing.stop();
        return send();
      });
      context.onUpdateActivity(async (_, __, send) => {
        await typing.stop();
        return send();
      });
      try {
        await next();
      } finally {
        await typing.stop();
      }
    },
  };
}

/** With expectReplies a notice would come with the reply, so never in time. */
const isWaitedFor = ({ type, deliveryMode }: Activity): boolean =>
  WAITED_FOR.includes(type) && deliveryMode !== String(DeliveryModes.ExpectReplies);

/** `stop` resolves once no notice is under way; none comes after it. */
function startTyping(notify: () => Promise<void>, { afterMs, everyMs }: Omit<TypingOptions, 'logger'>) {
  let isStopped = false;
  let underWay = Promise.resolve();
  const wait = (milliseconds: number): NodeJS.Timeout =>
    setTimeout(() => {
      underWay = notify().then(() => {
        if (!isStopped) timer = wait(everyMs);
      });
    }, milliseconds);
  let timer = wait(afterMs);
  return {
    stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      return underWay;
    },
  };
}

/** By the adapter itself: to the context it would count as the reply. Never rejects. */
async function sendNotice(context: TurnContext, logger: Logger): Promise<void> {
  const reference = TurnContext.getConversationReference(context.activity);
  const notice = TurnContext.applyConversationReference({ type: ActivityTypes.Typing }, reference);
  const send = (): Promise<unknown> => context.adapter.sendActivities(context, [notice]);
  await withTurnDeadline(context, send, MOST_PATIENCE_MS, 'showing that the bot is typing').catch(
    (err: unknown) => logger.debug({ ...turnFields(context.activity), err }, 'a typing notice was not sent'),
  );
}
