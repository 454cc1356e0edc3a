// Tells who waits for it that a conversation has something new; what it is, stands in the log alone.
import type { Coordination } from '../state/coordination';

export interface Feed {
  tell(conversationId: string): void;
  /** @returns what ends the watching */
  watch(conversationId: string, listener: () => void): () => void;
  /** How many watch this conversation, here. */
  watchers(conversationId: string): number;
}

/** @param others instances on the same database, who are told and who tell */
export function createFeed(others: Pick<Coordination, 'announce' | 'onNews'>): Feed {
  const listeners = new Map<string, Set<() => void>>();
  const tellHere = (id: string): void => listeners.get(id)?.forEach((listener) => listener());
  others.onNews((id) => (id === undefined ? [...listeners.keys()].forEach(tellHere) : tellHere(id)));
  return {
    tell(id) {
      tellHere(id);
      others.announce(id);
    },
    watch(id, listener) {
      const watching = listeners.get(id) ?? new Set();
      listeners.set(id, watching.add(listener));
      return () => {
        if (watching.delete(listener) && watching.size === 0) listeners.delete(id);
      };
    },
    watchers: (id) => listeners.get(id)?.size ?? 0,
  };
}
