// The one place that answers a request with an error, whoever threw it.
import type { Request, Response } from 'restify';
import type { Logger } from 'pino';
import { toHttpError } from './httpError';
import { requestFields } from './requestId';

/** Milliseconds in which a refused caller may finish sending; after it the connection is cut. */
const GRACE_MS = 1000;

/** Answers with what a caller may know of `error`, and logs the rest. */
export function refuse(req: Request, res: Response, error: unknown, logger: Logger): void {
  const { status, code, body, headers } = toHttpError(error);
  const fields = { ...requestFields(req), status, code, method: req.method };
  if (status >= 500) logger.error({ ...fields, err: error }, 'request failed');
  else logger.info(fields, 'request refused');
  res.send(status, body, headers);
  if (!req.complete) discardRest(req);
}

/**
 * Lets the caller send on for a moment, without keeping any of it: closing at once would reset the connection, and the
 * caller would see that instead of our answer.
 */
function discardRest(req: Request): void {
  const timer = setTimeout(() => req.destroy(), GRACE_MS).unref();
  req.once('close', () => clearTimeout(timer)).resume();
}
