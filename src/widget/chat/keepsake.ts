// What a browser keeps of the chat between visits; only for as long as the page lives where it may keep nothing.

export interface Keepsake {
  readonly conversationId: string;
  readonly resume: string;
}

export interface Keeper {
  read(): Keepsake | undefined;
  write(keepsake: Keepsake | undefined): void;
  /** Called with the conversation that another tab has begun. @returns ends that */
  onElsewhere(listener: (conversationId: string) => void): () => void;
  /** When the newest message that was seen was said, as the server dates it. */
  seen(): string;
  see(timestamp: string): void;
}

/** @param base address of the bot: several may live on one origin */
export function createKeeper(base: string): Keeper {
  const key = `careerAdvisor.conversation ${base}`;
  const seenKey = `careerAdvisor.seen ${base}`;
  const memory = new Map<string, string>();
  const get = (name: string): string | undefined => {
    try {
      // Memory first: it has only what could not be kept, as where the browser lets us read but has no room.
      return memory.get(name) ?? localStorage.getItem(name) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const set = (name: string, value: string | undefined): void => {
    try {
      if (value === undefined) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
      memory.delete(name);
    } catch {
      if (value === undefined) memory.delete(name);
      else memory.set(name, value);
    }
  };
  return {
    read: () => parse(get(key)),
    write: (keepsake) => set(key, keepsake && JSON.stringify(keepsake)),
    onElsewhere(listener) {
      const listen = (event: StorageEvent): void => {
        const begun = event.key === key ? parse(event.newValue) : undefined;
        if (begun) listener(begun.conversationId);
      };
      addEventListener('storage', listen);
      return () => removeEventListener('storage', listen);
    },
    seen: () => get(seenKey) ?? '',
    see(timestamp) {
      if (timestamp > (get(seenKey) ?? '')) set(seenKey, timestamp);
    },
  };
}

function parse(text: string | null | undefined): Keepsake | undefined {
  try {
    const { conversationId, resume } = JSON.parse(text ?? '') as Partial<Keepsake>;
    return conversationId && resume ? { conversationId, resume } : undefined;
  } catch {
    return undefined;
  }
}
