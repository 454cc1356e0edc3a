// Callers that cost without asking for anything: slow, silent, deaf, too many at once. On real sockets, with short limits.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limitServer, SERVER_LIMITS, type ServerLimits } from '../../src/http/serverLimits';
import { aDirectMessage, startBot, type RunningBot } from '../helpers/httpBot';
import { jsonOf, sendRaw, statusOf } from '../helpers/httpRaw';

let bot: RunningBot;
const sockets: Socket[] = [];

const start = async (limits: Partial<ServerLimits>): Promise<void> => {
  bot = await startBot({ limits });
};
afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.destroy());
  expect((await bot.post({ ...aDirectMessage(), serviceUrl: undefined })).status).toBe(200);
  await bot.close();
});

/** A connection that says `head`, and what comes back until it is closed. */
function open(head = ''): { readonly socket: Socket; readonly answer: Promise<string> } {
  const socket = connect(Number(new URL(bot.url).port), '127.0.0.1');
  sockets.push(socket);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
  socket.write(head);
  return { socket, answer: once(socket, 'close').then(() => Buffer.concat(chunks).toString()) };
}

/** Goes on sending a byte whenever one has left, until the connection is closed. */
function trickle(socket: Socket, byte: string): void {
  const timer = setInterval(() => socket.write(byte), 10);
  socket.once('close', () => clearInterval(timer));
}

const POST = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

describe('a caller that', () => {
  it('connects and says nothing is cut off', async () => {
    await start({ headersMs: 50, requestMs: 100, checkEveryMs: 20 });
    expect(statusOf(await open().answer)).toBe(408);
  });

  it('sends headers byte by byte is cut off, and told', async () => {
    await start({ headersMs: 50, requestMs: 100, checkEveryMs: 20 });
    const { socket, answer } = open(`${POST}X-Slow: `);
    trickle(socket, 'x');
    const text = await answer;
    expect([statusOf(text), jsonOf(text)]).toMatchObject([408, { error: { code: 'request-too-slow' } }]);
  });

  it('sends a body byte by byte is cut off', async () => {
    await start({ headersMs: 50, requestMs: 100, checkEveryMs: 20 });
    const { socket, answer } = open(`${POST}Content-Length: 100000\r\n\r\n`);
    trickle(socket, ' ');
    expect(statusOf(await answer)).toBe(408);
  });

  it('keeps a connection without using it is cut off after the idle time', async () => {
    await start({ keepAliveMs: 50 });
    const text = await open('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n').answer;
    expect(statusOf(text)).toBe(200);
  });

  it('breaks off an answered connection with garbage gets no second answer', async () => {
    await start({});
    const { socket, answer } = open('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.write('garbage\r\n\r\n');
    expect((await answer).match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it.each([
    ['garbage', '\u0000\u0001\u0002\r\n\r\n', 400, 'malformed-request'],
    ['a header without an end', `${POST}X: ${'x'.repeat(20_000)}`, 431, 'headers-too-large'],
    [
      'more headers than anybody needs',
      `${POST}${'X: y\r\n'.repeat(101)}Content-Length: 0\r\nConnection: close\r\n\r\n`,
      431,
      'too-many-headers',
    ],
    ['two lengths', `${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`, 400, 'malformed-request'],
    [
      'a length and chunks',
      `${POST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'malformed-request',
    ],
    [
      'a line break in a header',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n`,
      400,
      'malformed-request',
    ],
  ])('sends %s is told so and cut off', async (_, sent, status, code) => {
    await start({});
    const text = await sendRaw(bot.url, sent);
    expect([statusOf(text), jsonOf(text)]).toMatchObject([status, { error: { code } }]);
    expect(text).toContain('X-Content-Type-Options: nosniff');
  });
});

describe('connections', () => {
  const opened = async (): Promise<Socket> => {
    const { socket } = open();
    await once(socket, 'connect');
    return socket;
  };

  it.each<[string, Partial<ServerLimits>]>([
    ['in all', { connections: 3 }],
    ['from one address', { connectionsPerAddress: 3 }],
  ])('are limited %s: who comes beyond finds them closed, until one is free', async (_, limits) => {
    await start({ ...limits, keepAliveMs: 1 });
    const [first] = [await opened(), await opened(), await opened()];
    const { socket: fourth, answer } = open();
    expect(await answer).toBe('');
    expect(fourth.destroyed).toBe(true);
    first.end();
    await once(first, 'close');
    sockets.splice(0).forEach((socket) => socket.destroy());
  });
});

describe('limitServer', () => {
  let server: Server;
  afterEach(() => server.close());
  beforeEach(() => start({}));

  it('gives up on who asks for much and does not read it', async () => {
    const bytes = 50 * 1024 * 1024;
    const closed = new Promise<void>((resolve) => {
      server = createServer((_req, res) => {
        res.once('close', resolve);
        res.end(Buffer.alloc(bytes));
      });
    });
    limitServer(server, { ...SERVER_LIMITS, answerMs: 50 });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
    sockets.push(socket.on('error', () => undefined));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await closed;
    let read = 0;
    socket.on('data', (chunk: Buffer) => (read += chunk.length)).resume();
    await once(socket, 'close');
    expect(read).toBeLessThan(bytes);
  });

  it('lets an answer that is read take its turn, however long that is', async () => {
    server = createServer((_req, res) => void setTimeout(() => res.end('late'), 100));
    limitServer(server, { ...SERVER_LIMITS, answerMs: 20 });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await response.text()).toBe('late');
  });
});
