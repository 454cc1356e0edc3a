// The first look at every request, before restify routes it: refuses what restify would not survive or would inflate.
import type { Next, Request, Response } from 'restify';
import { HttpError, stopping } from './httpError';

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Several times what browsers, channels and proxies send together; Node.js would leave out what is beyond 2,000. */
const MOST_HEADERS = 100;

/**
 * @param isClosing true once the server takes no more requests; kept-alive connections may still bring some
 * @param headers of every answer, unless its route sets them otherwise
 */
export function createRequestGuard(isClosing: () => boolean, headers: Readonly<Record<string, string>>) {
  return (req: Request, res: Response, next: Next): void => {
    Object.entries(headers).forEach(([name, value]) => res.setHeader(name, value));
    // Asked when the answer leaves: a turn may have begun before and end after the server was told to stop.
    res.on('header', () => isClosing() && res.setHeader('Connection', 'close'));
    next(refusal(req, isClosing()));
  };
}

function refusal(req: Request, isClosing: boolean): HttpError | undefined {
  if (isClosing) return stopping();
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
  try {
    req.getUrl();
    return true;
  } catch {
    return false;
  }
}
