// Whom a request comes from, for limits: the network address of the person, or of the network of an IPv6 home.
import { isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

/**
 * @param proxyHops proxies of ours before this server; only what these wrote into X-Forwarded-For is believed
 */
export function clientAddress(req: Pick<IncomingMessage, 'headers' | 'socket'>, proxyHops: number): string {
  const header = req.headers['x-forwarded-for'] ?? '';
  const forwarded = String(header)
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const address = (proxyHops > 0 && forwarded.at(-proxyHops)) || req.socket.remoteAddress || 'unknown';
  return isIPv6(address) ? networkOf(address) : address;
}

/** A home or a phone has the whole of a /64, and may take any address of it. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':').filter(Boolean)];
  return all.slice(0, 4).join(':');
}
