// GET /results/:token: the result that the token opens, as a page. Tokens are secrets: none is logged or repeated.
import type { Request, Response, Server } from 'restify';
import type { Phrases } from '../domain/phrases';
import { clientAddress } from '../http/clientAddress';
import { createRateLimit } from '../http/rateLimit';
import { gonePage, resultPage } from '../presenters/resultPage';
import type { ResultPageStore } from '../state/resultPageStore';
import { sendPage } from './sendPage';

export const RESULTS_PATH = '/results/';

export interface ResultRouteOptions {
  readonly store: Pick<ResultPageStore, 'find'>;
  /** Asked for each page, as they may change while the bot runs. */
  readonly phrases: () => Phrases;
  readonly proxyHops: number;
}

/** 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/;

/** Of one address; a class that prints its results asks for far fewer. */
const PAGES_PER_MINUTE = 300;

/** A result is nobody's but the person's, so no index may have it. */
const UNLISTED = { 'X-Robots-Tag': 'noindex, nofollow' };

/** Adds the route, for GET and HEAD; what opens nothing gets one and the same 404, whatever the reason. */
export function addResultRoute(server: Server, { store, phrases, proxyHops }: ResultRouteOptions): void {
  const limitPages = createRateLimit({
    perMinute: PAGES_PER_MINUTE,
    message: 'Too many results were opened from this address. Please wait a moment.',
  });
  const show = async (req: Request, res: Response): Promise<void> => {
    const { '*': token } = req.params as { '*': string };
    await limitPages(clientAddress(req, proxyHops));
    const page = TOKEN.test(token) ? await store.find(token) : undefined;
    if (page) sendPage(res, 200, resultPage(page.document, page.expires, phrases()), UNLISTED);
    else sendPage(res, 404, gonePage(phrases()), UNLISTED);
  };
  // All that follows: restify refuses a `:token` of over 100 characters by itself, and differently.
  server.get(`${RESULTS_PATH}*`, show);
  server.head(`${RESULTS_PATH}*`, show);
  // So it does an address that it cannot decode.
  server.pre((req, res, next) => {
    const path = req.path();
    if (!path.startsWith(RESULTS_PATH) || isDecodable(path)) return next();
    sendPage(res, 404, gonePage(phrases()), UNLISTED);
    next(false);
  });
}

function isDecodable(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}
