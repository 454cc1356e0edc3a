// Requests as any client sends them, and as none does.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** A status; or how it ended without one. */
export type Outcome = number | 'closed' | 'left';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where a server keeps a raw connection open, the client leaves after so many milliseconds without a byte. */
const PATIENCE_MS = 1500;

export interface Wire {
  call(call: Call): Promise<Outcome>;
  /** The bytes of the call, on a connection of their own. */
  bytesOf(call: Call): Buffer;
  /** Bytes on a connection of their own, the later ones once there is an answer to the first. */
  raw(...parts: readonly Buffer[]): Promise<Outcome>;
  close(): void;
}

export function createWire(url: string): Wire {
  const { hostname, port, host } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    call: ({ method, path, headers, body }) =>
      new Promise((resolve) => {
        const req = request({ agent, hostname, port, method, path, headers }, (res) => {
          res.resume().once('close', () => resolve(res.statusCode ?? 'closed'));
        });
        req.once('error', () => resolve('closed')).end(body);
      }),

    bytesOf({ method, path, headers, body = '' }) {
      const all = {
        Host: host,
        Connection: 'close',
        'Content-Length': String(Buffer.byteLength(body)),
        ...headers,
      };
      const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
      return Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`);
    },

    raw: (first = Buffer.alloc(0), ...later) =>
      new Promise((resolve) => {
        let text = '';
        const outcome = (otherwise: Outcome): void => {
          const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
          resolve(status === undefined ? otherwise : Number(status));
        };
        const socket = connect(Number(port), hostname, () => socket.write(first));
        socket.setTimeout(PATIENCE_MS, () => {
          outcome('left');
          socket.destroy();
        });
        socket.on('data', (chunk: Buffer) => {
          if (text.length < 1000) text += chunk.toString('latin1');
          for (const part of later.splice(0)) socket.write(part);
        });
        socket.on('error', () => undefined).once('close', () => outcome('closed'));
      }),

    close: () => agent.destroy(),
  };
}
