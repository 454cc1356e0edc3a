// The network between a browser and the bot, which a test can cut (Playwright's offline mode only holds sockets back), and
// which may swallow WebSockets.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttableProxy {
  /** `http://127.0.0.1:port`, the same after mend(). */
  readonly url: string;
  /** Breaks every connection, WebSockets too, and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param target address of the bot, asked for each connection, so that the bot can be started with the proxy's
 * @param swallows whether a WebSocket that is to be opened never gets an answer, as behind some firewalls
 */
export async function startCuttableProxy(
  target: () => string,
  swallows: () => boolean = () => false,
): Promise<CuttableProxy> {
  const open = new Set<Socket>();
  const keep = (socket: Socket, other: Socket): void => {
    open.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      open.delete(socket);
      other.destroy();
    });
    socket.pipe(other);
  };
  const server = createServer((near) => {
    const { hostname, port } = new URL(target());
    const far = connect(Number(port), hostname);
    keep(far, near);
    // Browsers open a connection of its own for each WebSocket.
    near.once('data', (first: Buffer) => {
      if (/^upgrade: websocket/im.test(first.toString()) && swallows()) return;
      far.write(first);
      keep(near, far);
    });
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  };
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    open.forEach((socket) => socket.resetAndDestroy());
    await closed;
  };
  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    async mend() {
      await listen(port);
    },
    close: cut,
  };
}
