// Sending a page that runs nothing: what the result pages and those on privacy and terms have in common.
import { createHash } from 'node:crypto';
import type { Response } from 'restify';
import { PAGE_STYLE } from '../presenters/pageStyle';

/** For `style-src`: lets in the one style of our pages. */
export const PAGE_STYLE_SOURCE = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;

/** Beside or in place of what the guard sets on every answer. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src ${PAGE_STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
};

/** @param headers in place of, or beside, those of every such page */
export function sendPage(
  res: Response,
  status: number,
  page: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  res.sendRaw(status, page, { ...HEADERS, 'Content-Length': String(Buffer.byteLength(page)), ...headers });
}
