// The load on a server, in a process of its own: talks side by side, in each one message after the other, every reply
// counted. Replies come on the response (`expectReplies`), or through a connector that this process is.
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { talkOf } from './serverTalks';

export interface Load {
  /** Of the servers; a talk's messages go to each in turn. */
  readonly urls: readonly string[];
  readonly transport: 'expectReplies' | 'connector';
  /** Talks that go on at the same time. */
  readonly talks: number;
  /** Turns to take in all; a talk that has begun then is broken off. */
  readonly turns: number;
  /** Names the talks, so that no other load goes on with them. */
  readonly name: string;
}

export interface LoadResult {
  readonly seconds: number;
  /** Milliseconds from the message to the end of its turn, in the order of ending. */
  readonly waits: readonly number[];
  readonly replies: number;
}

interface Connector {
  readonly url: string;
  /** How many replies it has taken for a conversation. */
  takenFor(conversation: string): number;
  close(): void;
}

/** @throws where a message is not answered with 200 and a reply */
export async function runLoad({ urls, transport, talks, turns, name }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true });
  const connector = await startConnector();
  const waits: number[] = [];
  let [begun, taken, replies] = [0, 0, 0];

  const say = async (conversation: string, text: string): Promise<void> => {
    const turn = (taken += 1);
    const activity = {
      type: 'message',
      id: `${name}-${turn}`,
      timestamp: new Date().toISOString(),
      channelId: 'bench',
      ...(transport === 'connector' ? { serviceUrl: connector.url } : { deliveryMode: 'expectReplies' }),
      conversation: { id: conversation },
      from: { id: `person of ${conversation}`, name: 'Person' },
      recipient: { id: 'bot', name: 'Bot' },
      locale: 'en-US',
      textFormat: 'plain',
      text,
    };
    const before = connector.takenFor(conversation);
    const asked = performance.now();
    const { status, body } = await post(agent, `${urls[turn % urls.length]}/api/messages`, activity);
    waits.push(performance.now() - asked);
    const got =
      transport === 'connector'
        ? connector.takenFor(conversation) - before
        : (JSON.parse(body) as { activities: unknown[] }).activities.length;
    if (status !== 200 || got === 0)
      throw new Error(`"${text}" got ${got} replies, status ${status}: ${body}`);
    replies += got;
  };
  const talkOn = async (): Promise<void> => {
    while (taken < turns) {
      const number = begun++;
      for (const text of talkOf(number)) {
        if (taken >= turns) return;
        await say(`${name}-talk-${number}`, text);
      }
    }
  };

  const began = performance.now();
  await Promise.all(Array.from({ length: talks }, talkOn));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  connector.close();
  return { seconds, waits, replies };
}

async function startConnector(): Promise<Connector> {
  const taken = new Map<string, number>();
  const server = createServer((req, res) => {
    // An address as the SDK's client makes it: /v3/conversations/ID/activities/ID
    const conversation = decodeURIComponent(req.url?.split('/')[3] ?? '');
    req.resume().on('end', () => {
      taken.set(conversation, (taken.get(conversation) ?? 0) + 1);
      res.setHeader('Content-Type', 'application/json');
      res.end('{"id":"reply"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takenFor: (conversation) => taken.get(conversation) ?? 0,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function post(agent: Agent, url: string, body: object): Promise<{ status?: number; body: string }> {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length };
  return new Promise((resolve, reject) => {
    request(url, { agent, method: 'POST', headers }, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode, body: text }), reject);
    })
      .on('error', reject)
      .end(bytes);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
