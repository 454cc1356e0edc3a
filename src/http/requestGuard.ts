// The first look at every request, before restify routes it: refuses what restify would not survive or would inflate.
import type { Next, Request, Response } from 'restify';
import { HttpError, stopping } from './httpError';

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Several times what browsers, channels and proxies send together; Node.js would leave out what is beyond 2,000. */
const MOST_HEADERS = 100;

/**
 * How far the server is with stopping. Draining, it still answers what comes, and asks each connection to end with that;
 * once it is over, nothing would answer any more.
 */
export type Stage = 'open' | 'draining' | 'over';

/**
 * @param stage asked at each request and each answer
 * @param headers of every answer, unless its route sets them otherwise
 */
export function createRequestGuard(stage: () => Stage, headers: Readonly<Record<string, string>>) {
  return (req: Request, res: Response, next: Next): void => {
    Object.entries(headers).forEach(([name, value]) => res.setHeader(name, value));
    // Asked when the answer leaves: a turn may have begun before and end after the server was told to stop.
    res.on('header', () => stage() !== 'open' && res.setHeader('Connection', 'close'));
    next(refusal(req, stage()));
  };
}

function refusal(req: Request, stage: Stage): HttpError | undefined {
  if (stage === 'over') return stopping();
  if (!isAddressable(req))
    return new HttpError(400, 'bad-address', 'The Host header or the address is malformed.');
  // Names and values take turns.
  if (req.rawHeaders.length > 2 * MOST_HEADERS)
    return new HttpError(431, 'too-many-headers', 'The request has too many headers.');
  // Nothing is ever inflated: a few KB of gzip can hold gigabytes, and no channel compresses.
  if (req.headers['content-encoding']) {
    return new HttpError(415, 'encoded-body', 'The body must not be compressed.');
  }
  return undefined;
}

/** restify's router calls getUrl() outside any catch, where a malformed address ends the process (node-restify#2011). */
function isAddressable(req: Request): boolean {
  const { host } = req.headers;
  if (host !== undefined && !HOST.test(host)) return false;
  // URL takes it for a slash, and proxies do not: what they keep from outside could be asked for.
  if (req.url?.includes('\\')) return false;
  try {
    req.getUrl();
    return true;
  } catch {
    return false;
  }
}
