// The bot's side of a conversation: answers what stands in the log unanswered, in order, however often it takes.
//
// An activity is acknowledged once it stands in the log, and due until its turn is over. A turn first logs its replies,
// then saves its state. Where the process ends in between, the turn is done again: its replies have the ids they had,
// so the log takes none of them twice; and where the state was saved, processedOnce finds it done.
import { ActivityTypes, type MiddlewareHandler, type Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import { conversationKey } from '../domain/conversationKey';
import type { DirectLineLog } from '../state/directLineLog';
import type { Bot } from '../turns/bot';
import { InProcessAdapter, type Deliver } from '../turns/inProcessAdapter';
import { createTurnFailure, type TurnFailureOptions } from '../turns/turnFailure';
import type { TurnQueue } from '../turns/turnQueue';
import { CHANNEL, type Activities } from './activities';
import type { Feed } from './feed';

export interface TurnsOptions extends TurnFailureOptions {
  readonly log: DirectLineLog;
  readonly feed: Feed;
  readonly activities: Activities;
  readonly queue: TurnQueue;
  readonly bot: Bot;
  readonly middleware: readonly (Middleware | MiddlewareHandler)[];
  readonly logger: Logger;
}

export interface Turns {
  /** Sees to it that the bot answers what this conversation has waiting. */
  due(conversationId: string): void;
  /** The same for all conversations that an earlier process left waiting. */
  resume(): Promise<void>;
  /** No new tries of turns that could not be saved. */
  close(): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** How a reply is counted within its turn. */
const REPLIES = Symbol('replies');

/** What only other channels show, or what is over when the reply is there. */
const NOT_LOGGED: readonly string[] = [ActivityTypes.Trace, ActivityTypes.Typing];

export function createTurns(options: TurnsOptions): Turns {
  const { log, feed, activities, queue, bot, logger } = options;
  /** Conversations with a pass that has not begun: it will see all that comes until then. */
  const waiting = new Set<string>();
  const tries = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();

  const deliver: Deliver = async ({ activity: { id, conversation }, turnState }, sent) => {
    const ids: string[] = [];
    for (const activity of sent) {
      const number = (turnState.get<number>(REPLIES) ?? 0) + 1;
      turnState.set(REPLIES, number);
      const replyId = `${id}.${number}`;
      ids.push(replyId);
      if (NOT_LOGGED.includes(activity.type ?? '')) continue;
      await log.append(conversation.id, {
        key: `bot ${replyId}`,
        isDue: false,
        activity: () => activities.sent(activity, replyId),
      });
      feed.tell(conversation.id);
    }
    return ids;
  };
  const adapter = new InProcessAdapter(deliver);
  adapter.onTurnError = createTurnFailure(options);
  options.middleware.forEach((each) => adapter.use(each));

  async function answerAll(id: string): Promise<void> {
    const conversation = await log.find(id);
    if (!conversation) return;
    if (!conversation.isWelcomed) {
      await adapter.runTurn(activities.arrival(conversation), bot);
      await log.settleWelcome(id);
    }
    for (let next = await log.nextDue(id); next; next = await log.nextDue(id)) {
      await adapter.runTurn(activities.turn(next.activity), bot);
      await log.settle(id, next.sequence);
    }
    tries.delete(id);
  }

  /** Only the database can have failed: a turn that fails by itself ends in an apology. */
  function tryLater(id: string, err: unknown): void {
    const before = tries.get(id) ?? 0;
    tries.set(id, before + 1);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** before);
    logger.error(
      { err, tries: before + 1, pause },
      'a turn of the chat could not be saved: it is tried again',
    );
    const timer = setTimeout(() => {
      timers.delete(timer);
      due(id);
    }, pause);
    timers.add(timer.unref());
  }

  function due(id: string): void {
    if (waiting.has(id)) return;
    waiting.add(id);
    queue
      .run(conversationKey({ channelId: CHANNEL, conversation: { id } }), () => {
        waiting.delete(id);
        return answerAll(id);
      })
      .catch((err: unknown) => {
        waiting.delete(id);
        tryLater(id, err);
      });
  }

  return {
    due,
    resume: async () => (await log.waiting()).forEach(due),
    close: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}
