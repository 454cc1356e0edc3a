// The bot's side of a conversation: answers what stands in the log unanswered, in order, however often it takes.
//
// An activity is acknowledged once it stands in the log, and due until its turn is over. A turn first logs its replies,
// then saves its state. Where the process ends in between, the turn is done again: its replies have the ids they had,
// so the log takes none of them twice; and where the state was saved, processedOnce finds it done. The same goes where the
// database fails for a while, or the server stops before the turn is over. A turn that fails by itself ends in an apology.
import { ActivityTypes, type Activity, type Middleware, type MiddlewareHandler } from 'botbuilder';
import type { Logger } from 'pino';
import { conversationKey, DIRECT_LINE } from '../domain/conversationKey';
import { isStorageFailure, StorageError } from '../domain/storageError';
import type { Coordination } from '../state/coordination';
import type { DirectLineLog } from '../state/directLineLog';
import type { Bot } from '../turns/bot';
import { InProcessAdapter, type Deliver } from '../turns/inProcessAdapter';
import { createTurnFailure, type TurnFailureOptions } from '../turns/turnFailure';
import type { TurnQueue } from '../turns/turnQueue';
import type { Activities } from './activities';
import type { Feed } from './feed';

export interface TurnsOptions extends TurnFailureOptions {
  readonly log: DirectLineLog;
  readonly feed: Feed;
  readonly activities: Activities;
  readonly queue: TurnQueue;
  /** With other instances on the same database. */
  readonly coordination: Coordination;
  readonly bot: Bot;
  readonly middleware: readonly (Middleware | MiddlewareHandler)[];
  readonly logger: Logger;
}

export interface Turns {
  /** Sees to it that the bot answers what this conversation has waiting. */
  due(conversationId: string): void;
  /** The same for all conversations that an earlier process left waiting; from then on also for those that another leaves. */
  resume(): Promise<void>;
  /** Begins no more turns; what fails from now on stays due for the next process. */
  close(): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** What waits at two looks in a row is not being answered: whoever took it on is gone, or slow. */
const LOOK_EVERY_MS = 1500;
/** At one look: where all are merely slow, each costs the other instances questions for its lock. */
const MOST_TAKEN_OVER = 50;

/** How a reply is counted within its turn. */
const REPLIES = Symbol('replies');

/** Set in a turn of which a reply is not in the log. */
const UNLOGGED = Symbol('unlogged');

/** What only other channels show, or what is over when the reply is there. */
const NOT_LOGGED: readonly string[] = [ActivityTypes.Trace, ActivityTypes.Typing];

export function createTurns(options: TurnsOptions): Turns {
  const { log, feed, coordination, activities, queue, bot, logger } = options;
  /** Conversations with a pass that has not begun: it will see all that comes until then. */
  const waiting = new Set<string>();
  const tries = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;

  const deliver: Deliver = async ({ activity: { id, conversation }, turnState }, sent) => {
    const ids: string[] = [];
    for (const activity of sent) {
      const number = (turnState.get<number>(REPLIES) ?? 0) + 1;
      turnState.set(REPLIES, number);
      const replyId = `${id}.${number}`;
      ids.push(replyId);
      if (NOT_LOGGED.includes(activity.type ?? '')) continue;
      await append(conversation.id, replyId, activity).catch((cause: unknown) => {
        turnState.set(UNLOGGED, true);
        throw new StorageError('a reply could not be logged', { cause });
      });
      feed.tell(conversation.id);
    }
    return ids;
  };
  const append = (conversationId: string, replyId: string, activity: Partial<Activity>) =>
    log.append(conversationId, {
      key: `bot ${replyId}`,
      isDue: false,
      activity: () => activities.sent(activity, replyId),
    });
  const adapter = new InProcessAdapter(deliver);
  const apologize = createTurnFailure(options);
  adapter.onTurnError = async (context, error) => {
    if (isClosed || isStorageFailure(error)) throw error;
    await apologize(context, error);
    // The apology may have met a database that fails, and says nothing of it.
    if (context.turnState.get<boolean>(UNLOGGED)) throw error;
  };
  options.middleware.forEach((each) => adapter.use(each));

  async function answerAll(id: string): Promise<void> {
    const conversation = await log.find(id);
    if (!conversation) return void tries.delete(id);
    if (!conversation.isWelcomed) {
      await adapter.runTurn(activities.arrival(conversation), bot);
      await log.settleWelcome(id);
    }
    for (let next = await log.nextDue(id); next && !isClosed; next = await log.nextDue(id)) {
      await adapter.runTurn(activities.turn(next.activity), bot);
      await log.settle(id, next.sequence);
    }
    tries.delete(id);
  }

  function tryLater(id: string, err: unknown): void {
    if (isClosed) return;
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
    if (isClosed || waiting.has(id)) return;
    waiting.add(id);
    queue
      .run(conversationKey({ channelId: DIRECT_LINE, conversation: { id } }), () => {
        waiting.delete(id);
        return answerAll(id);
      })
      .catch((err: unknown) => {
        waiting.delete(id);
        tryLater(id, err);
      });
  }

  /** What failed while the database was away need not wait for its time once it is back. */
  function tryAllNow(): void {
    timers.forEach((timer) => clearTimeout(timer));
    timers.clear();
    const failed = [...tries.keys()];
    tries.clear();
    failed.forEach(due);
  }
  coordination.onNews((id) => id ?? tryAllNow());

  let seen = new Set<string>();
  async function takeOver(): Promise<void> {
    const waiting = await log.waiting();
    const marks = waiting.map(({ id, sequence }) => `${id} ${sequence}`);
    // One that failed here has a time of its own.
    const left = waiting.filter(({ id }, at) => seen.has(marks[at]!) && !tries.has(id));
    left.slice(0, MOST_TAKEN_OVER).forEach(({ id }) => due(id));
    seen = new Set(marks);
  }

  let looking: NodeJS.Timeout | undefined;
  function lookAgain(): void {
    looking = setTimeout(() => {
      takeOver()
        .catch((err: unknown) => logger.warn({ err }, 'it is not known which chats wait for an answer'))
        .finally(() => isClosed || lookAgain());
    }, LOOK_EVERY_MS).unref();
  }

  return {
    due,
    async resume() {
      (await log.waiting()).forEach(({ id }) => due(id));
      lookAgain();
    },
    close() {
      isClosed = true;
      clearTimeout(looking);
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
}
