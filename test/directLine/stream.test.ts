import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { createFeed } from '../../src/directLine/feed';
import { streamTo } from '../../src/directLine/stream';
import { createLogger } from '../../src/logging';
import { ALONE } from '../../src/state/coordination';
import type { DirectLineLog } from '../../src/state/directLineLog';
import { openStream } from '../helpers/directLineClient';

type Since = DirectLineLog['since'];

/** A server whose only WebSocket streams a log that the test makes up. */
async function serve(since: Since) {
  const feed = createFeed(ALONE);
  const http = createServer().listen(0, '127.0.0.1');
  const sockets = new WebSocketServer({ server: http });
  const log = { since } as DirectLineLog;
  sockets.on('connection', (socket: WebSocket) =>
    streamTo(socket, 'one', 0, { log, feed, logger: createLogger('silent') }),
  );
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const close = (): void => {
    sockets.clients.forEach((socket) => socket.terminate());
    http.close();
  };
  return { feed, port, close, url: `ws://127.0.0.1:${port}` };
}

const anActivity = (at: number, text = '') => ({ id: `${at}`, type: 'message', text });

describe('streamTo', () => {
  it('misses no news, at whichever moment they are told', async () => {
    for (let ticks = 0; ticks < 8; ticks++) {
      let last = 0;
      const served = await serve(async (_, watermark) => {
        const isNews = watermark < last;
        // The next news come some ticks after the log has said that there are none.
        if (!isNews && last < 5) {
          void (async () => {
            for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
            last += 1;
            served.feed.tell('one');
          })();
        }
        return Promise.resolve({
          activities: isNews ? [anActivity(last, `news ${last}`)] : [],
          watermark: isNews ? last : watermark,
        });
      });
      const stream = await openStream(served.url);
      expect(await stream.texts(5)).toEqual(['news 1', 'news 2', 'news 3', 'news 4', 'news 5']);
      served.close();
    }
  });

  it('brings a long conversation to who reads slowly, with little of it in memory', async () => {
    const pages = 100;
    const text = 'x'.repeat(100_000);
    let read = 0;
    const served = await serve((_, watermark) => {
      read = Math.max(read, watermark);
      const activities = watermark < pages ? [anActivity(watermark, text)] : [];
      return Promise.resolve({ activities, watermark: Math.min(pages, watermark + 1) });
    });
    const socket = connect(served.port, '127.0.0.1');
    const handshake = [
      'GET / HTTP/1.1',
      'Host: bot',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    socket.write(`${handshake.join('\r\n')}\r\n\r\n`);
    // Nobody reads from the socket yet.
    await new Promise((resolve) => setTimeout(resolve, 300));
    // What the system holds for both ends is a few MB; the rest waits in the log.
    const readAhead = read;
    let bytes = 0;
    for await (const chunk of socket) {
      bytes += (chunk as Buffer).length;
      if (bytes > pages * text.length) break;
    }
    expect(readAhead).toBeLessThan(pages);
    expect(read).toBe(pages);
    socket.destroy();
    served.close();
  });
});
