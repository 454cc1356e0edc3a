// One connection to Direct Line, from its beginning to its first trouble. Direct Line's own ways to recover take up to
// 20 s each and tell nobody; so whoever opens a link opens the next one (connection.ts).
import { ConnectionStatus, DirectLine, type Activity as LineActivity } from 'botframework-directlinejs';
import type { Activity } from './activity';
import { createDelivery } from './delivery';
import { pollingSocket } from './pollingSocket';
import { NotNow, retryAfter } from './ticket';

export interface LinkOptions {
  readonly domain: string;
  readonly token: string;
  readonly conversationId: string;
  /** Whether the conversation goes on; it begins otherwise. */
  readonly resumed: boolean;
  /** Of what was read of it before; absent: all is sent again. */
  readonly watermark?: string;
  /** In place of a WebSocket. */
  readonly polling: boolean;
  readonly onOnline: () => void;
  readonly onActivity: (activity: Activity) => void;
  /** All up to this watermark was passed on. */
  readonly onRead: (watermark: string) => void;
  /** Called once; the link is of no use from then on. */
  readonly onDown: (why: Trouble) => void;
}

/** `blocked`: a WebSocket that did not open, as some networks forbid it. */
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
/** For a WebSocket to open: a few round trips, also on a slow line. Some networks let it wait for ever. */
const OPENING_MS = 5000;

/** What Direct Line answers where it thinks that sending again would help. */
const RETRY = 'retry';

export function openLink(options: LinkOptions): Link {
  const { token, domain, conversationId, resumed, watermark } = options;
  const { onOnline, onActivity, onRead, onDown, polling } = options;
  let isOver = false;
  let isOnline = false;
  const down = (why: Trouble): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(deadline);
    line.end();
    onDown(why);
  };
  let deadline = setTimeout(() => down('dropped'), TIMEOUT_MS);
  const delivery = createDelivery(onRead);
  const watch: SocketWatch = {
    onOpening() {
      clearTimeout(deadline);
      deadline = setTimeout(() => down('blocked'), OPENING_MS);
    },
    onOpen() {
      if (isOver || isOnline) return;
      clearTimeout(deadline);
      isOnline = true;
      onOnline();
    },
    onFrame: (frame) => isOver || delivery.came(frame),
    onClose: () => down(isOnline || polling ? 'dropped' : 'blocked'),
  };
  const address = `${domain}/conversations/${conversationId}/activities`;
  const line = new DirectLine({
    token,
    domain,
    ...(resumed && { conversationId, watermark }),
    timeout: TIMEOUT_MS,
    WebSocket: polling ? pollingSocket({ address, token, watermark }, watch) : watchedSocket(watch),
  });
  line.connectionStatus$.subscribe((status) => {
    if (status >= ConnectionStatus.ExpiredToken) down('dropped');
  });
  line.activity$.subscribe(
    (activity) => {
      if (isOver) return;
      onActivity(activity);
      delivery.passedOn(activity.id);
    },
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

/** What is to be known of a socket, none of which Direct Line passes on. */
export interface SocketWatch {
  readonly onOpening: () => void;
  readonly onOpen: () => void;
  /** Before Direct Line gets it. */
  readonly onFrame: (frame: string) => void;
  readonly onClose: () => void;
}

/** The socket of the browser, watched. */
const watchedSocket = ({ onOpening, onOpen, onFrame, onClose }: SocketWatch): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL) {
      onOpening();
      try {
        super(url);
      } catch (error) {
        // As from a page with https to an address without.
        onClose();
        throw error;
      }
      this.addEventListener('open', onOpen);
      this.addEventListener('message', ({ data }: MessageEvent<string>) => onFrame(data));
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
