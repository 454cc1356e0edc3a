// The answer to what cannot be read as HTTP, or does not come to an end: no request ever comes of it.
import type { Duplex } from 'node:stream';
import { HttpError } from './httpError';
import { refuseUpgrade } from './refuseUpgrade';

const REFUSALS: Readonly<Record<string, HttpError>> = {
  HPE_HEADER_OVERFLOW: new HttpError(431, 'headers-too-large', 'The headers are too large.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new HttpError(413, 'body-too-large', 'The body is too large.'),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpError(408, 'request-too-slow', 'The request took too long.'),
};

const MALFORMED = new HttpError(400, 'malformed-request', 'This is not HTTP as it should be.');

/** For the server's `clientError`. Where something was answered before, another answer would be taken for a part of it. */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex & { bytesWritten?: number }): void {
  if (!socket.writable || socket.bytesWritten) socket.destroy();
  else refuseUpgrade(socket, REFUSALS[error.code ?? ''] ?? MALFORMED);
}
