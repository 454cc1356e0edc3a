// What stands in for a WebSocket where none gets through: asks for what is new, again and again. Direct Line can do so
// itself, but after one call that fails it never asks again, and tells nobody.
import type { SocketWatch } from './link';

export interface PollingOptions {
  /** Of the conversation's activities, at Direct Line. */
  readonly address: string;
  readonly token: string;
  /** From where on; absent: from the beginning. */
  readonly watermark?: string;
}

const EVERY_MS = 1000;
const TIMEOUT_MS = 10_000;

/** As WebSockets number them. */
const STATE = { connecting: 0, open: 1, closed: 3 } as const;

/** As much of a WebSocket as Direct Line uses. */
interface Socket {
  readyState: number;
  onmessage?: (message: { readonly data: string }) => void;
  send(): void;
  close(): void;
}

/** A constructor of sockets that open with the first answer and close with the first failure. */
export function pollingSocket(
  { address, token, watermark = '' }: PollingOptions,
  { onOpen, onFrame, onClose }: Omit<SocketWatch, 'onOpening'>,
): typeof WebSocket {
  const ask = async (from: string): Promise<string> => {
    const response = await fetch(`${address}?watermark=${encodeURIComponent(from)}`, {
      headers: { Authorization: `Bearer ${token}` },
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`no news, but ${response.status}`);
    return response.text();
  };
  const poll = async (socket: Socket): Promise<void> => {
    for (let at = watermark; ;) {
      const frame = await ask(at);
      if (socket.readyState === STATE.closed) return;
      if (socket.readyState === STATE.connecting) onOpen();
      socket.readyState = STATE.open;
      onFrame(frame);
      socket.onmessage?.({ data: frame });
      at = (JSON.parse(frame) as { watermark?: string }).watermark ?? at;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  };
  return function PollingSocket(): Socket {
    const socket: Socket = {
      readyState: STATE.connecting,
      send: () => undefined,
      close: () => void (socket.readyState = STATE.closed),
    };
    poll(socket).catch(onClose);
    return socket;
  } as unknown as typeof WebSocket;
}
