// The answer to an upgrade that is refused: by then there is no response object, only the socket.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { toHttpError } from './httpError';

/** Says why, as any other refusal, and ends the connection. */
export function refuseUpgrade(socket: Duplex, error: unknown): void {
  const { status, body, headers } = toHttpError(error);
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.on('error', () => undefined).end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}
