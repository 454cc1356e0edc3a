// A balancer as deploy/nginx.conf makes one of nginx: round robin, and what one instance does not take goes to the next.
// That is safe as the bot knows what is sent again: activities by their ids, those of chats by their clientActivityID.
import { Agent, createServer, request, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Balancer {
  readonly url: string;
  /** Calls that an instance did not take, and that were tried at another. */
  readonly retries: number;
  /** Cuts all connections. */
  close(): Promise<void>;
}

/** What an instance said; with a socket where it took a WebSocket. */
interface Answer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
  readonly upgraded?: Duplex;
}

/** As nginx says where no instance took it. */
const BAD_GATEWAY: Answer = { status: 502, headers: [], body: Buffer.alloc(0) };

/** What is between two neighbours alone, and so not passed on. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** @param targets addresses (`http://host:port`) of instances, which may come and go */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  // Kept alive, as nginx keeps its connections: a restart must not lose what comes on them.
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<Duplex>();
  let next = 0;
  let retries = 0;

  async function forward(req: IncomingMessage, body: Buffer): Promise<Answer> {
    let refusal = BAD_GATEWAY;
    const first = next++;
    for (let tried = 0; tried < targets.length; tried++) {
      if (tried > 0) retries += 1;
      const answer = await ask(targets[(first + tried) % targets.length]!, req, body, agent).catch(
        () => undefined,
      );
      if (answer && answer.status !== 503) return answer;
      refusal = answer ?? refusal;
    }
    return refusal;
  }

  const server = createServer((req, res) => {
    void collect(req)
      .then((body) => forward(req, body))
      .then(({ status, headers, body }) => {
        // Two calls: where a test has loaded restify, writeHead returns nothing.
        res.writeHead(status, [...headers]);
        res.end(body);
      })
      // Who called has hung up.
      .catch(() => res.destroy());
  });
  // Longer than any client of the tests keeps a connection, lest one meets a reset of ours.
  server.keepAliveTimeout = 65_000;
  server.on('upgrade', (req: IncomingMessage, client: Duplex) => {
    sockets.add(client.on('close', () => sockets.delete(client)).on('error', () => client.destroy()));
    void forward(req, Buffer.alloc(0)).then((answer) => passOn(answer, client));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get retries() {
      return retries;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      sockets.forEach((socket) => socket.destroy());
      agent.destroy();
      await closed;
    },
  };
}

/** Rejects where the instance cannot be reached, or goes away before all of its answer is here. */
function ask(target: string, req: IncomingMessage, body: Buffer, agent: Agent): Promise<Answer> {
  const { upgrade, ...given } = req.headers;
  const headers = {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !HOP_BY_HOP.includes(name))),
    ...(upgrade === undefined ? {} : { connection: 'Upgrade', upgrade }),
    ...(body.length > 0 && { 'content-length': body.length }),
    'x-forwarded-for': req.socket.remoteAddress,
    'x-forwarded-proto': 'http',
  };
  return new Promise((resolve, reject) => {
    // Upgrades get a connection of their own, for it is theirs to the end.
    const options = {
      method: req.method,
      headers,
      ...(upgrade === undefined ? { agent } : { agent: false }),
    };
    const call = request(new URL(req.url ?? '/', target), options).on('error', reject);
    call.on('response', (res) => {
      collect(res).then((text) => resolve({ ...headOf(res), body: text }), reject);
    });
    call.on('upgrade', (res, upgraded, head) => resolve({ ...headOf(res, []), body: head, upgraded }));
    call.end(body);
  });
}

function headOf(
  { statusCode = 502, rawHeaders }: IncomingMessage,
  dropped = HOP_BY_HOP,
): Pick<Answer, 'status' | 'headers'> {
  const isKept = (at: number): boolean => !dropped.includes(rawHeaders[at - (at % 2)]!.toLowerCase());
  return { status: statusCode, headers: rawHeaders.filter((_, at) => isKept(at)) };
}

/** The answer to an upgrade, by hand as Node has no response object for it; and then both ways whatever comes. */
function passOn({ status, headers, body, upgraded }: Answer, client: Duplex): void {
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : []));
  const end = upgraded ? [] : ['Connection: close', `Content-Length: ${body.length}`];
  client.write([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, ...end, '', ''].join('\r\n'));
  client.write(body);
  if (!upgraded) return void client.end();
  upgraded.on('error', () => client.destroy()).on('close', () => client.destroy());
  client.on('close', () => upgraded.destroy());
  upgraded.pipe(client).pipe(upgraded);
}

async function collect(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
