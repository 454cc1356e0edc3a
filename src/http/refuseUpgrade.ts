// The answer to an upgrade that is refused: by then there is no response object, only the socket.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { toHttpError } from './httpError';
import { SECURITY_HEADERS } from './securityHeaders';

/** Milliseconds in which a refused caller may hang up by itself. */
const GRACE_MS = 1000;

/** Says why, as any other refusal, and ends the connection. */
export function refuseUpgrade(socket: Duplex, error: unknown): void {
  const { status, body, headers } = toHttpError(error);
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...Object.entries({ ...SECURITY_HEADERS, ...headers }).map(([name, value]) => `${name}: ${value}`),
  ];
  // No time of the HTTP server applies any more to a socket that asked for an upgrade.
  const timer = setTimeout(() => socket.destroy(), GRACE_MS).unref();
  socket
    .on('error', () => undefined)
    .once('close', () => clearTimeout(timer))
    .end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}
