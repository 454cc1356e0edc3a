// The conversation as Web Chat sees it: always there. Underneath, links come and go, and tokens with them.
import type { Activity } from './activity';
import type { Keeper } from './keepsake';
import { openLink, type Link, type Trouble } from './link';
import { withLock } from './lock';
import { createOutbox } from './outbox';
import { backOff, createPauses } from './pause';
import { createSubject, type Observer, type Subject } from './subject';
import { NotNow, requestTicket, userOf, type Ticket } from './ticket';
import { createUnsentStore } from './unsent';

/** As the person is told. */
export type LinkState = 'connecting' | 'online' | 'reconnecting';

/** What Web Chat takes for a Direct Line. */
export interface BotConnection {
  readonly activity$: Pick<Subject<Activity>, 'subscribe'>;
  readonly connectionStatus$: Pick<Subject<number>, 'subscribe'>;
  postActivity(activity: Activity): { subscribe(observer: Sent): { unsubscribe(): void } };
  end(): void;
}

interface Sent extends Observer<string> {
  readonly error?: (error: unknown) => void;
  readonly complete?: () => void;
}

export interface Connection {
  readonly directLine: BotConnection;
  readonly state$: Pick<Subject<LinkState>, 'subscribe'>;
  /** Undefined before it was online. */
  readonly conversationId: () => string | undefined;
  /** Drops what was not yet sent. */
  close(): void;
}

export interface ConnectionOptions {
  /** Address of the bot without a slash at its end. */
  readonly base: string;
  readonly polling: boolean;
  readonly keeper: Pick<Keeper, 'read' | 'write'>;
  /** Whether to begin a new conversation, whatever is kept. */
  readonly anew: boolean;
}

/** Direct Line's numbers for what it is. Web Chat drops what is said while it is anything else than online. */
const STATUS = { connecting: 1, online: 2 } as const;

/** So many WebSockets in a row that did not open, and the network is taken for one that forbids them. */
const BLOCKED_SOCKETS = 2;

export function createConnection({ base, polling, keeper, anew }: ConnectionOptions): Connection {
  // All of them: Web Chat subscribes twice, and the second time must not come too late.
  const activities = createSubject<Activity>(Infinity);
  const status = createSubject<number>(2);
  const states = createSubject<LinkState>(1);
  const pauses = createPauses();
  let known = new Set<string>();
  let conversation: string | undefined;
  /** Up to where; what comes twice all the same is known by its id. */
  let read: string | undefined;
  let isClosed = false;
  let failures = 0;
  let blocked = 0;
  let link: Link | undefined;

  /** Opens the next link, and resolves when it is down. */
  const connect = async (): Promise<Trouble> => {
    let trouble: Promise<Trouble> | undefined;
    // Until a new conversation is kept, another tab must not begin one too.
    await withLock(`career advisor ${base}`, async () => {
      // Another tab may have written the old one back.
      const isAnew = anew && conversation === undefined;
      const ticket = await requestTicket(base, isAnew ? undefined : keeper.read()?.resume);
      if (isClosed) return;
      const { token, domain, conversationId, resumed } = ticket;
      const user = userOf(token);
      const isPolling = polling || blocked >= BLOCKED_SOCKETS;
      await new Promise<void>((settled) => {
        trouble = new Promise((resolve) => {
          link = openLink({
            token,
            domain: domain ?? `${base}/directline`,
            conversationId,
            resumed,
            watermark: conversationId === conversation ? read : undefined,
            polling: isPolling,
            onOnline: () => {
              if (!isPolling) blocked = 0;
              noteOnline(ticket);
              settled();
            },
            onActivity: (activity) => take(activity, user),
            onRead: (watermark) => (read = watermark),
            onDown: (why) => {
              settled();
              resolve(why);
            },
          });
        });
      });
    });
    return (await trouble) ?? 'closed';
  };
  const noteOnline = ({ conversationId, resume }: Ticket): void => {
    if (resume !== undefined) keeper.write({ conversationId, resume });
    if (conversation !== conversationId) {
      known = new Set();
      read = undefined;
    }
    conversation = conversationId;
    failures = 0;
    states.next('online');
    pauses.wake();
  };
  const take = (activity: Activity, user: string | undefined): void => {
    // For developers in the Emulator; Web Chat complains of it.
    if (activity.type === 'trace') return;
    if (activity.id !== undefined && known.has(activity.id)) return;
    if (activity.id !== undefined) known.add(activity.id);
    const isOwn = user !== undefined && activity.from?.id === user;
    activities.next(isOwn ? { ...activity, from: { ...activity.from, role: 'user' } } : activity);
  };
  const run = async (): Promise<void> => {
    while (!isClosed) {
      let wait: number | undefined;
      try {
        if ((await connect()) === 'blocked') blocked++;
      } catch (error) {
        if (error instanceof NotNow) wait = error.ms;
      }
      link = undefined;
      failures++;
      if (isClosed) return;
      states.next(conversation === undefined ? 'connecting' : 'reconnecting');
      await pauses.pause(wait ?? backOff(failures));
    }
  };

  const reconnect = (): void => {
    link?.close();
    pauses.wake();
  };
  const wake = (): void => {
    if (document.visibilityState === 'visible') pauses.wake();
  };
  addEventListener('online', reconnect);
  addEventListener('offline', reconnect);
  document.addEventListener('visibilitychange', wake);

  const unsent = createUnsentStore(base);
  const send = createOutbox({
    async post(activity) {
      if (isClosed) throw new Error('the chat was left');
      if (!link) throw new NotNow(undefined);
      return link.post(activity);
    },
    pauses,
    now: Date.now,
    unsent,
    conversationId: () => conversation ?? keeper.read()?.conversationId,
  });
  status.next(STATUS.connecting);
  status.next(STATUS.online);
  states.next('connecting');
  void run();
  const close = (): void => {
    isClosed = true;
    unsent.clear();
    reconnect();
    removeEventListener('online', reconnect);
    removeEventListener('offline', reconnect);
    document.removeEventListener('visibilitychange', wake);
  };
  return {
    directLine: {
      activity$: activities,
      connectionStatus$: status,
      postActivity: (activity) => ({
        subscribe({ next, error, complete }) {
          let isWanted = true;
          send(activity).then(
            () => isWanted && (next?.(''), complete?.()),
            (reason: unknown) => isWanted && error?.(reason),
          );
          return { unsubscribe: () => void (isWanted = false) };
        },
      }),
      end: () => undefined,
    },
    state$: states,
    conversationId: () => conversation,
    close,
  };
}
