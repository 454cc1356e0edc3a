// Tells who waits for it that a conversation has something new; what it is, stands in the log alone.

export interface Feed {
  tell(conversationId: string): void;
  /** @returns what ends the watching */
  watch(conversationId: string, listener: () => void): () => void;
  /** How many watch this conversation. */
  watchers(conversationId: string): number;
}

export function createFeed(): Feed {
  const listeners = new Map<string, Set<() => void>>();
  return {
    tell: (id) => listeners.get(id)?.forEach((listener) => listener()),
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
