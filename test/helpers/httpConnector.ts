// A channel's connector on loopback: keeps what the bot sends to it, and can be told to misbehave.
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Connector {
  /** The serviceUrl to put into activities. */
  readonly url: string;
  /** All that arrived, also what was refused. */
  readonly received: Partial<Activity>[];
  readonly requests: readonly ConnectorRequest[];
  /** Texts received so far in one conversation. */
  textsOf(conversationId: string): (string | undefined)[];
  /** Resolves once so many activities of a type have arrived in a conversation. */
  arrived(count: number, type: string, conversationId: string): Promise<void>;
  /** Answers what it has let wait. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

export interface ConnectorRequest {
  readonly method: string;
  readonly authorization: string | undefined;
  /** What it was answered with; 0 for nothing. */
  readonly status: number;
  /** Milliseconds on the clock of performance.now(). */
  readonly at: number;
}

/** A status; or one with Retry-After; 0 answers nothing until released, then 503, 'drop' breaks the connection. */
export type ConnectorAnswer = number | 'drop' | { readonly status: number; readonly retryAfter: string };

/** @param answers one for each request in turn, the last one also for all that follow; 200 when there is none */
export async function startConnector(...answers: readonly ConnectorAnswer[]): Promise<Connector> {
  const received: Partial<Activity>[] = [];
  const requests: ConnectorRequest[] = [];
  const held: (() => void)[] = [];
  const arrivals = new EventEmitter();
  const server = createServer((req, res) => {
    void bodyOf(req).then((body) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? 200;
      const { method = '', url = '' } = req;
      const isKnown = /^\/v3\/conversations\/[^/]+\/activities/.test(url);
      const status = typeof answer === 'object' ? answer.status : answer === 'drop' ? 0 : answer;
      received.push(JSON.parse(body || '{}') as Partial<Activity>);
      requests.push({ method, authorization: req.headers.authorization, status, at: performance.now() });
      arrivals.emit('arrival');
      if (answer === 'drop') return req.socket.destroy();
      if (typeof answer === 'object') res.setHeader('Retry-After', answer.retryAfter);
      const end = (): void => {
        res.writeHead(isKnown ? status || 503 : 404, {
          'Content-Type': 'application/json',
          Connection: 'close',
        });
        res.end(JSON.stringify({ id: `reply-${received.length}` }));
      };
      if (status === 0) held.push(end);
      else end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const release = (): void => held.splice(0).forEach((end) => end());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    requests,
    textsOf: (id) => received.filter(({ conversation }) => conversation?.id === id).map(({ text }) => text),
    async arrived(count, type, id) {
      const isOne = (one: Partial<Activity>): boolean => one.type === type && one.conversation?.id === id;
      while (received.filter(isOne).length < count) await once(arrivals, 'arrival');
    },
    release,
    close: () => {
      release();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
