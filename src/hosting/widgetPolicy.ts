// What browsers may load and run on the pages of the chat (Content-Security-Policy).
import type { Config } from './config';
import { PAGE_STYLE_SOURCE } from './sendPage';

/** Of the home page: its own script, and the frame that this opens. */
export const HOME_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src ${PAGE_STYLE_SOURCE}`,
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Of the chat's page: its own script, styles of its own and those that Web Chat makes under `nonce`; framed by our own
 * pages and by those that the operator named.
 */
export function chatPolicy(
  { widgetOrigins, azureDirectLine }: Pick<Config, 'widgetOrigins' | 'azureDirectLine'>,
  nonce: string,
): string {
  const azure = azureDirectLine?.origin;
  const connect = ["'self'", ...(azure === undefined ? [] : [azure, azure.replace(/^http/, 'ws')])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src ${connect.join(' ')}`,
    // blob: what moves while the bot types.
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...widgetOrigins].join(' ')}`,
  ].join('; ');
}
