// The address under which people reach the bot's own pages.
import type { Config } from './config';
import { isLoopback } from '../http/origins';

/**
 * `https://host[:port][/path]` as `text` names it, without a slash at its end.
 * Undefined when it is no http(s) address, or says more than host, port and path.
 */
export function parsePublicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const address = url.origin + url.pathname;
  return url.href === address ? address.replace(/\/+$/, '') : undefined;
}

/**
 * The one that was set; else, for a bot that serves this machine only, the one it listens on. People of a bot with
 * credentials are elsewhere, even where a proxy on this machine lets it listen here.
 * @param listening the address the server listens on, once it does
 * @returns undefined where people have no way to the bot's pages
 */
export function publicAddress(
  { publicUrl, credentials }: Pick<Config, 'publicUrl' | 'credentials'>,
  listening: string | undefined,
): string | undefined {
  if (publicUrl !== undefined || credentials || listening === undefined) return publicUrl;
  return isLoopback(new URL(listening).hostname) ? listening : undefined;
}
