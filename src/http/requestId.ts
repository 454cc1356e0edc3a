// The id of a request, in every line that the log gets on its behalf, also by what it has only begun.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Next, Request, Response } from 'restify';

const running = new AsyncLocalStorage<{ readonly request: string }>();

/** As proxies make them; anything else in the header is none. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** What a log line gets: `request`, or nothing outside of any request. */
export const requestFields = (): object => ({ ...running.getStore() });

/** @param proxyHops proxies of ours before this server; without any, nobody else's X-Request-Id is taken */
export function createRequestIds(proxyHops: number) {
  return (req: Pick<Request, 'headers'>, _res: Response, next: Next): void => {
    const given = String(req.headers['x-request-id'] ?? '');
    const request = proxyHops > 0 && REQUEST_ID.test(given) ? given : randomUUID();
    running.run({ request }, next);
  };
}
