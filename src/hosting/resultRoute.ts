// GET /results/:token: the result that the token opens, as a page. Tokens are secrets: none is logged or repeated.
import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Phrases } from '../domain/phrases';
import { PAGE_STYLE } from '../presenters/pageStyle';
import { gonePage, resultPage } from '../presenters/resultPage';
import type { ResultPageStore } from '../state/resultPageStore';

export const RESULTS_PATH = '/results/';

export interface ResultRouteOptions {
  readonly store: Pick<ResultPageStore, 'find'>;
  /** Asked for each page, as they may change while the bot runs. */
  readonly phrases: () => Phrases;
}

/** 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/;

const styleHash = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** Beside or in place of what the guard sets on every answer. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** Adds the route, for GET and HEAD; what opens nothing gets one and the same 404, whatever the reason. */
export function addResultRoute(server: Server, { store, phrases }: ResultRouteOptions): void {
  const show = async (req: Request, res: Response): Promise<void> => {
    const { '*': token } = req.params as { '*': string };
    const page = TOKEN.test(token) ? await store.find(token) : undefined;
    if (page) sendPage(res, 200, resultPage(page.document, page.expires, phrases()));
    else sendPage(res, 404, gonePage(phrases()));
  };
  // All that follows: restify refuses a `:token` of over 100 characters by itself, and differently.
  server.get(`${RESULTS_PATH}*`, show);
  server.head(`${RESULTS_PATH}*`, show);
  // So it does an address that it cannot decode.
  server.pre((req, res, next) => {
    const path = req.path();
    if (!path.startsWith(RESULTS_PATH) || isDecodable(path)) return next();
    sendPage(res, 404, gonePage(phrases()));
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

function sendPage(res: Response, status: number, page: string): void {
  res.sendRaw(status, page, { ...HEADERS, 'Content-Length': String(Buffer.byteLength(page)) });
}
