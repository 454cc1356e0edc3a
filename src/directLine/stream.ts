// One WebSocket: sends a conversation from a watermark on, first what is there, then what comes.
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import type { DirectLineLog } from '../state/directLineLog';
import type { Feed } from './feed';

export interface StreamOptions {
  readonly log: DirectLineLog;
  readonly feed: Feed;
  readonly logger: Logger;
}

/** Bytes that a client may leave unread before it is cut off; it comes back and reads on from its watermark. */
const MAX_UNREAD = 1024 * 1024;

/** "Try again later", as RFC 6455 registers it. */
const TRY_AGAIN = 1013;

/** Sends until the socket closes. Frames are `{activities, watermark}`, each activity once and in order. */
export function streamTo(
  socket: WebSocket,
  conversationId: string,
  watermark: number,
  { log, feed, logger }: StreamOptions,
): void {
  let at = watermark;
  let isSending = false;
  let hasNews = false;

  async function sendAll(): Promise<void> {
    while (hasNews && socket.readyState === WebSocket.OPEN) {
      hasNews = false;
      const page = await log.since(conversationId, at);
      if (page.activities.length === 0) continue;
      // What is told now may have been read already; what comes behind a full page has not.
      hasNews = true;
      at = page.watermark;
      socket.send(JSON.stringify({ activities: page.activities, watermark: String(at) }));
      if (socket.bufferedAmount > MAX_UNREAD) socket.close(TRY_AGAIN);
    }
  }

  const tell = (): void => {
    hasNews = true;
    if (isSending) return;
    isSending = true;
    sendAll()
      .catch((err: unknown) => {
        logger.error({ err }, 'a stream of the chat failed');
        socket.close(TRY_AGAIN);
      })
      .finally(() => (isSending = false));
  };
  const unwatch = feed.watch(conversationId, tell);
  socket.on('close', unwatch);
  tell();
}
