// The page around the frame, as the chat sees it; nobody where the chat stands alone.
import { openChannel, readToChat, type ToChat, type ToLauncher } from '../protocol';

export interface Host {
  /** Whether there is a launcher that can close the chat. */
  readonly isThere: boolean;
  /** Whether a person can see the chat. */
  readonly isShown: () => boolean;
  tell(message: ToLauncher): void;
  /** @returns ends the listening */
  listen(listener: (message: ToChat) => void): () => void;
}

/** @param origin of the page around the frame, as the launcher says; the browser delivers to no other */
export function createHost(origin: string | undefined): Host {
  if (origin === undefined || window.parent === window) {
    return { isThere: false, isShown: () => true, tell: () => undefined, listen: () => () => undefined };
  }
  let isShown = true;
  const listeners = new Set<(message: ToChat) => void>();
  const channel = openChannel<ToChat, ToLauncher>({
    other: () => window.parent,
    origin,
    read: readToChat,
    onMessage: (message) => {
      if (message.type === 'shown') isShown = message.shown;
      // Of those there are now: a listener may be replaced by what it does.
      [...listeners].forEach((listener) => listener(message));
    },
  });
  return {
    isThere: true,
    isShown: () => isShown,
    tell: (message) => channel.send(message),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
