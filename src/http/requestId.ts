// The id of a request, in the lines that the log gets about it.
import type { Next, Request, Response } from 'restify';

/** As proxies make them; anything else in the header is none. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** What restify's types leave out: its requests take an id, once; without one they make up a UUID. */
interface Identified {
  readonly headers: Request['headers'];
  id(id?: string): string;
}

/**
 * Carried by the request: AsyncLocalStorage would bring it into the lines of its turn too, at a price for every promise of the
 * process. These lines have the turn's own id, which the debug log puts beside that of the request.
 */
export const requestFields = (req: Pick<Identified, 'id'>): { readonly request: string } => ({
  request: req.id(),
});

/** @param proxyHops proxies of ours before this server; without any, nobody else's X-Request-Id is taken */
export function createRequestIds(proxyHops: number) {
  return (req: Identified, _res: Response, next: Next): void => {
    const given = String(req.headers['x-request-id'] ?? '');
    if (proxyHops > 0 && REQUEST_ID.test(given)) req.id(given);
    next();
  };
}
