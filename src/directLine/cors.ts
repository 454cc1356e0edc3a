// Which web pages may use Direct Line, as browsers ask for it (CORS).
import type { Request, Response, Server } from 'restify';
import type { OriginPolicy } from '../http/callerOrigin';
import { DIRECT_LINE_PATH } from './routeParts';

export interface Cors {
  /**
   * Lets the page that calls read the answer.
   * @returns its origin, where it tells one
   * @throws HttpError 403 where it may not call
   */
  admit(req: Request, res: Response): string | undefined;
}

export function createCors(policy: OriginPolicy): Cors {
  return {
    admit(req, res) {
      res.setHeader('Vary', 'Origin');
      const origin = policy(req);
      if (origin !== undefined) {
        res.setHeader('Access-Control-Allow-Origin', origin);
        res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      }
      return origin;
    },
  };
}

/** Seconds that a browser may remember what it was allowed; Chromium remembers no longer than two hours. */
const MAX_AGE = '7200';

/** Answers the question that a browser asks before a call from another origin. */
export function addPreflight(server: Server, cors: Cors): void {
  // restify's own handling of OPTIONS would not ask who calls.
  server.opts(`${DIRECT_LINE_PATH}/*`, (req, res, next) => {
    try {
      cors.admit(req, res);
    } catch (error) {
      return next(error);
    }
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    // x-ms-bot-agent is how directlinejs tells its version; x-requested-with is what its ajax adds on its own origin.
    res.setHeader(
      'Access-Control-Allow-Headers',
      'authorization, content-type, x-ms-bot-agent, x-requested-with',
    );
    res.setHeader('Access-Control-Max-Age', MAX_AGE);
    res.send(204);
    return next();
  });
}
