// A channel's connector on loopback: keeps what the bot sends to it, and can be told to misbehave.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Connector {
  /** The serviceUrl to put into activities. */
  readonly url: string;
  readonly received: Partial<Activity>[];
  /** Texts received so far in one conversation. */
  textsOf(conversationId: string): (string | undefined)[];
  close(): Promise<void>;
}

/** @param status of every answer; 0 for a connector that answers nothing until it is closed */
export async function startConnector(status = 200): Promise<Connector> {
  const received: Partial<Activity>[] = [];
  const held: (() => void)[] = [];
  const server = createServer((req, res) => {
    void bodyOf(req).then((body) => {
      received.push(JSON.parse(body) as Partial<Activity>);
      const isSend = req.method === 'POST' && /^\/v3\/conversations\/[^/]+\/activities/.test(req.url ?? '');
      res.writeHead(isSend ? status || 200 : 404, {
        'Content-Type': 'application/json',
        Connection: 'close',
      });
      const answer = (): unknown => res.end(JSON.stringify({ id: `reply-${received.length}` }));
      if (status === 0) held.push(answer);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    textsOf: (id) => received.filter(({ conversation }) => conversation?.id === id).map(({ text }) => text),
    close: () => {
      held.forEach((answer) => answer());
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
