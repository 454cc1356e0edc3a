// One connection to Direct Line, from its beginning to its first trouble. Direct Line's own ways to recover take up to
// 20 s each and tell nobody; so whoever opens a link opens the next one (connection.ts).
import { ConnectionStatus, DirectLine, type Activity as LineActivity } from 'botframework-directlinejs';
import type { Activity } from './activity';
import { NotNow, retryAfter } from './ticket';

export interface LinkOptions {
  readonly domain: string;
  readonly token: string;
  /** Absent: a new conversation begins. */
  readonly conversationId?: string;
  /** In place of a WebSocket. */
  readonly polling: boolean;
  readonly onOnline: () => void;
  readonly onActivity: (activity: Activity) => void;
  /** Called once; the link is of no use from then on. */
  readonly onDown: (why: Trouble) => void;
}

/** `blocked`: a WebSocket that never opened, as some networks forbid it. */
export type Trouble = 'dropped' | 'blocked' | 'closed';

export interface Link {
  /**
   * Resolves once the server has taken the activity.
   * @throws NotNow where it may be sent again, another Error where that would not help
   */
  post(activity: Activity): Promise<void>;
  close(): void;
}

/** For an answer to a call, and between pings; a link that is not online by then is given up. */
const TIMEOUT_MS = 10_000;
const POLLING_MS = 1000;

/** What Direct Line answers where it thinks that sending again would help. */
const RETRY = 'retry';

export function openLink(options: LinkOptions): Link {
  const { onOnline, onActivity, onDown, polling, ...target } = options;
  let isOver = false;
  let isOnline = false;
  const down = (why: Trouble): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(deadline);
    line.end();
    onDown(why);
  };
  const deadline = setTimeout(() => down('dropped'), TIMEOUT_MS);
  const line = new DirectLine({
    ...target,
    webSocket: !polling,
    pollingInterval: POLLING_MS,
    timeout: TIMEOUT_MS,
    WebSocket: watchedSocket(
      () => {
        clearTimeout(deadline);
        isOnline = true;
        onOnline();
      },
      () => down(isOnline ? 'dropped' : 'blocked'),
    ),
  });
  line.connectionStatus$.subscribe((status) => {
    if (status === ConnectionStatus.Online && polling && !isOnline) {
      clearTimeout(deadline);
      isOnline = true;
      onOnline();
    }
    if (status >= ConnectionStatus.ExpiredToken) down('dropped');
  });
  line.activity$.subscribe(
    (activity) => isOver || onActivity(activity),
    () => down('dropped'),
    () => down('dropped'),
  );
  return {
    post: (activity) =>
      new Promise((resolve, reject) => {
        line.postActivity(activity as LineActivity).subscribe(
          (id) => (id === RETRY ? reject(new NotNow(undefined)) : resolve()),
          (error: unknown) => reject(toError(error)),
        );
      }),
    close: () => down('closed'),
  };
}

/** The socket of the browser, with word of when it opens and when it is gone, neither of which Direct Line passes on. */
const watchedSocket = (onOpen: () => void, onClose: () => void): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('open', onOpen);
      this.addEventListener('close', onClose);
    }
  };

interface AjaxFailure {
  readonly status?: number;
  readonly xhr?: XMLHttpRequest;
}

/** 403 and 404 are about the link, not about what was sent: the next link may take it. */
function toError(error: unknown): Error {
  const { status, xhr } = error as AjaxFailure;
  if (status === 429) return new NotNow(retryAfter(xhr?.getResponseHeader('Retry-After')));
  if (status === undefined || [0, 403, 404, 408].includes(status) || status >= 500)
    return new NotNow(undefined);
  return new Error(`the server refused a message with ${status}`);
}
