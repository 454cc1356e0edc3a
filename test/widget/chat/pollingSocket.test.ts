import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pollingSocket } from '../../../src/widget/chat/pollingSocket';

let server: Server;
let address: string;
let calls: string[];
let answers: { readonly status: number; readonly body: string }[];

beforeEach(async () => {
  calls = [];
  server = createServer((req, res) => {
    calls.push(`${req.headers.authorization} ${new URL(req.url ?? '', 'http://bot').search}`);
    const { status, body } = answers.shift() ?? { status: 500, body: '' };
    res.statusCode = status;
    res.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/activities`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** What a socket tells, up to its end. */
async function listen(watermark?: string): Promise<string[]> {
  const told: string[] = [];
  await new Promise<void>((resolve) => {
    const Socket = pollingSocket(
      { address, token: 'token', watermark },
      {
        onOpen: () => told.push('open'),
        onFrame: (frame) => told.push(`frame ${frame}`),
        onClose: () => resolve(),
      },
    );
    const socket = new Socket('ws://unused');
    socket.onmessage = ({ data }: MessageEvent<string>) => told.push(`message ${data}`);
  });
  return told;
}

describe('pollingSocket', () => {
  it('asks from the last watermark on, and closes with the first answer that is none', async () => {
    const first = '{"activities":[{"id":"a"}],"watermark":"4"}';
    answers = [
      { status: 200, body: first },
      { status: 403, body: '' },
    ];
    const told = await listen('3');
    expect(told).toEqual(['open', `frame ${first}`, `message ${first}`]);
    expect(calls).toEqual(['Bearer token ?watermark=3', 'Bearer token ?watermark=4']);
  });

  it('never opens where the first answer is none', async () => {
    answers = [{ status: 404, body: '' }];
    expect(await listen()).toEqual([]);
    expect(calls).toEqual(['Bearer token ?watermark=']);
  });
});
