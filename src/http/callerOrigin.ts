// Which web pages may call: our own, and those of the origins that were named. What is no web page has no origin.
import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError';

/** Our own pages are known by the Host they were asked for under, or by the address that people know us by. */
export interface OriginPolicy {
  /**
   * @returns the origin of the page that calls; undefined for what is no page, or a page of our own that sends none
   * @throws HttpError 403 for any other page
   */
  (req: Pick<IncomingMessage, 'headers'>): string | undefined;
}

/**
 * @param publicUrl the address that people know us by, if it was named
 * @param others origins as from parseOrigin
 */
export function createOriginPolicy(publicUrl: string | undefined, others: readonly string[]): OriginPolicy {
  const own = publicUrl && new URL(publicUrl).origin;
  return ({ headers: { origin, host } }) => {
    if (origin === undefined || origin === own || others.includes(origin)) return origin;
    if (isAt(origin, host)) return origin;
    throw new HttpError(403, 'origin-not-allowed', 'Pages of this origin may not use this chat.');
  };
}

/** Whether the origin is the one that `host` was asked for under; some clients write the usual port too. */
function isAt(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: own } = new URL(origin);
  const asked = `${protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === own;
}
