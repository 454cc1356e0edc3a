// HTTP by hand, for what no decent client sends.
import { connect } from 'node:net';

/** Writes the parts to a new connection and resolves to all that came back, once the server closed it. */
export function sendRaw(url: string, ...parts: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => parts.forEach((part) => socket.write(part)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', (error) => (chunks.length > 0 ? undefined : reject(error)));
  });
}

/** A POST of `body` to /api/messages; `headers` are lines and replace those of the same name. */
export function postRaw(
  url: string,
  body: string | Buffer,
  headers: readonly string[] = [],
): Promise<string> {
  const defaults = [
    `Host: ${new URL(url).host}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const names = headers.map((line) => line.split(':')[0]?.toLowerCase());
  const kept = defaults.filter((line) => !names.includes(line.split(':')[0]?.toLowerCase()));
  const head = ['POST /api/messages HTTP/1.1', 'Connection: close', ...kept, ...headers].join('\r\n');
  return sendRaw(url, `${head}\r\n\r\n`, body);
}

/** The status of a raw answer. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** The JSON body of a raw answer. */
export const jsonOf = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
