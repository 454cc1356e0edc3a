// WebSockets of Direct Line: who may open one, how many there may be, how the dead are found, how all are closed.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { HttpError } from '../http/httpError';
import type { OriginPolicy } from '../http/callerOrigin';
import { clientAddress } from '../http/clientAddress';
import { createRateLimit } from '../http/rateLimit';
import { refuseUpgrade } from '../http/refuseUpgrade';
import { ended } from './authorize';
import { DIRECT_LINE_PATH } from './routeParts';
import { streamTo, type StreamOptions } from './stream';
import type { Tokens } from './tokens';
import { parseWatermark } from './watermark';

export interface StreamsOptions extends StreamOptions {
  readonly tokens: Tokens;
  readonly mayCall: OriginPolicy;
  /** An address may open as many streams in a minute as so many conversations have at most. */
  readonly chatsPerMinute: number;
  readonly proxyHops: number;
  /** Milliseconds between two looks whether clients are still there. */
  readonly heartbeatMs?: number;
}

export interface Streams {
  /** @returns whether the address is one of ours; then the socket is taken care of */
  take(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** WebSockets that are open. */
  readonly open: number;
  /** Tells all clients to come back, and drops who does not hang up. */
  close(): void;
}

const ADDRESS = new RegExp(`^${DIRECT_LINE_PATH}/conversations/([\\w-]{1,100})/stream\\?`);

/** Tabs in which a person may have the same chat open. */
const MOST_PER_CONVERSATION = 10;

/** Clients send empty pings alone. */
const MAX_PAYLOAD = 1024;

/** Frames of a client between two looks; a page sends one at most. Each ping costs an answer. */
const MOST_FRAMES = 100;

/** "Going away", as RFC 6455 registers it. */
const GOING_AWAY = 1001;

export function createStreams({ heartbeatMs = 30_000, ...options }: StreamsOptions): Streams {
  const { tokens, log, feed, mayCall, chatsPerMinute, proxyHops } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>();
  const frames = new WeakMap<WebSocket, number>();
  const limitStreams = createRateLimit({
    perMinute: chatsPerMinute * MOST_PER_CONVERSATION,
    message: 'Too many chats were opened from this address. Please wait a moment.',
  });

  async function admit(req: IncomingMessage, conversationId: string): Promise<number> {
    mayCall(req);
    await limitStreams(clientAddress(req, proxyHops));
    const token = new URL(req.url ?? '', 'http://localhost').searchParams.get('t') ?? '';
    const party = await tokens.read('stream', token);
    if (typeof party === 'string' || party.conversationId !== conversationId) {
      throw new HttpError(403, 'token-invalid', 'The token does not open this stream.');
    }
    const watermark = parseWatermark(req);
    if (!(await log.find(conversationId))) throw ended();
    if (feed.watchers(conversationId) >= MOST_PER_CONVERSATION) {
      throw new HttpError(429, 'too-many-streams', 'This chat is open in too many windows.', {
        'Retry-After': '60',
      });
    }
    return watermark;
  }

  async function open(req: IncomingMessage, socket: Duplex, head: Buffer, id: string): Promise<void> {
    const watermark = await admit(req, id);
    server.handleUpgrade(req, socket, head, (client) => {
      alive.add(client);
      client.on('pong', () => alive.add(client)).on('error', () => client.terminate());
      const count = (): void => countFrame(client);
      client.on('message', count).on('ping', count).on('pong', count);
      streamTo(client, id, watermark, options);
    });
  }

  function countFrame(client: WebSocket): void {
    const sofar = (frames.get(client) ?? 0) + 1;
    frames.set(client, sofar);
    if (sofar > MOST_FRAMES) client.terminate();
  }

  const heartbeat = setInterval(() => {
    for (const client of server.clients) {
      if (!alive.delete(client)) client.terminate();
      else client.ping();
      frames.delete(client);
    }
  }, heartbeatMs).unref();

  return {
    get open() {
      return server.clients.size;
    },
    take(req, socket, head) {
      const [, id] = ADDRESS.exec(req.url ?? '') ?? [];
      if (id === undefined) return false;
      // Until ws takes it, an error of the socket would end the process.
      socket.on('error', () => socket.destroy());
      open(req, socket, head, id).catch((error: unknown) => {
        if (!(error instanceof HttpError)) options.logger.error({ err: error }, 'a stream was not opened');
        refuseUpgrade(socket, error);
      });
      return true;
    },
    close() {
      clearInterval(heartbeat);
      server.clients.forEach((client) => client.close(GOING_AWAY));
      setTimeout(() => server.clients.forEach((client) => client.terminate()), 1000).unref();
    },
  };
}
