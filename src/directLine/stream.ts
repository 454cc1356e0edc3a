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

/** "Try again later", as RFC 6455 registers it. */
const TRY_AGAIN = 1013;

/** Sends until the socket closes; one that never reads is found by the heartbeat of streams.ts. Frames are `{activities, watermark}`, each activity once and in order. */
export function streamTo(
  socket: WebSocket,
  conversationId: string,
  watermark: number,
  { log, feed, logger }: StreamOptions,
): void {
  let at = watermark;
  let isSending = false;
  let hasNews = false;

  /** One page after the other is on its way, so a slow client costs no more memory than a fast one. */
  async function sendAll(): Promise<void> {
    while (hasNews && socket.readyState === WebSocket.OPEN) {
      hasNews = false;
      const page = await log.since(conversationId, at);
      if (page.activities.length === 0) continue;
      // What is told now may have been read already; what comes behind a full page has not.
      hasNews = true;
      at = page.watermark;
      await send(socket, JSON.stringify({ activities: page.activities, watermark: String(at) }));
    }
    // Here and not in a `finally` of the caller, which runs a moment later: what is told in between would be lost.
    isSending = false;
  }

  const tell = (): void => {
    hasNews = true;
    if (isSending) return;
    isSending = true;
    sendAll().catch((err: unknown) => {
      logger.error({ err }, 'a stream of the chat failed');
      socket.close(TRY_AGAIN);
    });
  };
  const unwatch = feed.watch(conversationId, tell);
  socket.on('close', unwatch);
  tell();
}

/** Resolves once the text has left for the client, or the socket has closed. */
const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => socket.send(text, () => resolve()));
