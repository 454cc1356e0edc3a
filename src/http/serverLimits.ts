// What a caller may cost the server before anything is done for it: connections, and time for bytes to come and go.
import type { Server } from 'node:http';

/** Times in milliseconds. They are for bytes to pass, never for turns. */
export interface ServerLimits {
  /** At once, WebSockets among them; who comes beyond finds the connection closed. */
  readonly connections: number;
  /** The same for one network address; Infinity behind a proxy, from whose address everybody comes. */
  readonly connectionsPerAddress: number;
  /** From the connection, or the first byte of another request, until its headers are there. */
  readonly headersMs: number;
  /** The same until its body is there. */
  readonly requestMs: number;
  /** Between an answer and the next request. */
  readonly keepAliveMs: number;
  /** For an answer to be taken. */
  readonly answerMs: number;
  /** Between two looks for who is too slow with a request. */
  readonly checkEveryMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  connections: 10_000,
  connectionsPerAddress: 2000,
  headersMs: 10_000,
  requestMs: 30_000,
  // Outlives the idle time of common proxies, lest they meet a reset.
  keepAliveMs: 65_000,
  // The largest file in two minutes is 4 KB a second.
  answerMs: 120_000,
  checkEveryMs: 5000,
};

/** Before the server listens. */
export function limitServer(http: Server, limits: ServerLimits): void {
  http.maxConnections = limits.connections;
  http.headersTimeout = limits.headersMs;
  http.requestTimeout = limits.requestMs;
  http.keepAliveTimeout = limits.keepAliveMs;
  // An option of http.createServer, which restify calls without any; the types know it there alone.
  Object.assign(http, { connectionsCheckingInterval: limits.checkEveryMs });
  limitPerAddress(http, limits.connectionsPerAddress);
  // Before whoever answers. Without this, who asks for a file and never reads it would keep it in memory for ever.
  http.prependListener('request', (_req, res) => {
    res.once('prefinish', () => {
      const timer = setTimeout(() => res.destroy(), limits.answerMs).unref();
      res.once('close', () => clearTimeout(timer));
    });
  });
}

function limitPerAddress(http: Server, most: number): void {
  const open = new Map<string, number>();
  http.on('connection', (socket) => {
    const address = socket.remoteAddress ?? 'unknown';
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > most) socket.destroy();
  });
}
