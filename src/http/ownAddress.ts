// The address of this server as the caller of a request knows it.
import type { IncomingMessage } from 'node:http';

export interface OwnAddressOptions {
  /** The address that people know, if it was named. */
  readonly publicUrl: string | undefined;
  /** Proxies of ours before this server; without any, nobody else's X-Forwarded-Proto is believed. */
  readonly proxyHops: number;
}

/** `http(s)://host[:port][/path]`, without a slash at its end. */
export function ownAddress(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { publicUrl, proxyHops }: OwnAddressOptions,
): string {
  // The first of several is the one that the person's browser used.
  const [scheme = ''] = String(headers['x-forwarded-proto'] ?? '').split(',');
  const isSecure = proxyHops > 0 && scheme.trim() === 'https';
  return publicUrl ?? `${isSecure ? 'https' : 'http'}://${headers.host ?? 'localhost'}`;
}
