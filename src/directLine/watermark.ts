// The watermark of a call: how far the client has read.
import type { IncomingMessage } from 'node:http';
import { HttpError } from '../http/httpError';

/** @returns 0 where the client has read nothing @throws HttpError 400 for what is no watermark of ours */
export function parseWatermark({ url }: Pick<IncomingMessage, 'url'>): number {
  const value = new URL(url ?? '', 'http://localhost').searchParams.get('watermark') ?? '';
  if (/^\d{1,15}$/.test(value)) return Number(value);
  // A client that was given none writes what it has.
  if (['', '-', 'null', 'undefined'].includes(value)) return 0;
  throw new HttpError(400, 'invalid-watermark', 'The watermark is none that was given out here.');
}
