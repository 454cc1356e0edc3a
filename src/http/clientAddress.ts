// Whom a request comes from, for limits: the network address of the person, or of the network of an IPv6 home.
import { isIP, isIPv6 } from 'node:net';
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
  const named = proxyHops > 0 ? withoutPort(forwarded.at(-proxyHops) ?? '') : '';
  const address = isIP(named) ? named : (req.socket.remoteAddress ?? 'unknown');
  return isIPv6(address) ? networkOf(address) : address;
}

/** Some proxies write the port too, which is another for each connection: `1.2.3.4:567`, `[::1]:567`. */
const withoutPort = (address: string): string =>
  /^\[(.+)\](:\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');

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
