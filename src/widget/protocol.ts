// What the page's launcher and the chat in its frame say to each other by postMessage. Never the words of the bot.

const MARK = 'career-advisor';

/** From the launcher to the chat. `shown`: whether the chat can be seen; `focus`: put the caret into the text box. */
export type ToChat =
  | { readonly type: 'shown'; readonly shown: boolean }
  | { readonly type: 'focus' }
  | { readonly type: 'send'; readonly text: string };

/** From the chat to the launcher. `ready`: it takes messages; `close`: the person is done with it for now. */
export type ToLauncher =
  | { readonly type: 'ready' }
  | { readonly type: 'close' }
  | { readonly type: 'message'; readonly from: 'bot' | 'user' }
  | { readonly type: 'error'; readonly reason: string };

export interface Channel<Out> {
  send(message: Out): void;
  close(): void;
}

export interface ChannelEnds<In> {
  /** The window of the other side, asked each time: a frame gets a new one when it loads. */
  readonly other: () => Window | null | undefined;
  /** The only origin that is spoken to and listened to. */
  readonly origin: string;
  readonly read: (message: unknown) => In | undefined;
  readonly onMessage: (message: In) => void;
}

/** Talks with one window of one origin; whatever comes from elsewhere, or is not understood, is left alone. */
export function openChannel<In, Out extends object>(ends: ChannelEnds<In>): Channel<Out> {
  const { other, origin, read, onMessage } = ends;
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.origin !== origin || event.source === null || event.source !== other()) return;
    const message = isMarked(event.data) ? read(event.data) : undefined;
    if (message !== undefined) onMessage(message);
  };
  addEventListener('message', listen);
  return {
    send: (message) => other()?.postMessage({ ...message, to: MARK }, origin),
    close: () => removeEventListener('message', listen),
  };
}

const isMarked = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && 'to' in data && data.to === MARK;

/** Undefined for what is no message of the launcher. */
export function readToChat(data: unknown): ToChat | undefined {
  const { type, shown, text } = data as Record<string, unknown>;
  if (type === 'shown') return { type, shown: shown === true };
  if (type === 'focus') return { type };
  if (type === 'send' && typeof text === 'string') return { type, text };
  return undefined;
}

/** Undefined for what is no message of the chat. */
export function readToLauncher(data: unknown): ToLauncher | undefined {
  const { type, from, reason } = data as Record<string, unknown>;
  if (type === 'ready' || type === 'close') return { type };
  if (type === 'message' && (from === 'bot' || from === 'user')) return { type, from };
  if (type === 'error') return { type, reason: String(reason) };
  return undefined;
}
