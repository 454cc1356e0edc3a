// What was said and not yet taken by the server, kept for as long as the tab lives: a page that is loaded again goes on
// sending it.
import type { Activity } from './activity';

export interface Unsent {
  readonly activity: Activity;
  /** It was said in; undefined where that was not known yet. */
  readonly conversationId: string | undefined;
  /** Milliseconds since 1970. */
  readonly saidAt: number;
}

export interface UnsentStore {
  /** What was said in this conversation, the oldest first. What was said in another is of no use any more. */
  read(conversationId: string | undefined): readonly Unsent[];
  add(unsent: Unsent): void;
  remove(activity: Activity): void;
  clear(): void;
}

/** @param base address of the bot: several may live on one origin */
export function createUnsentStore(base: string): UnsentStore {
  const key = `careerAdvisor.unsent ${base}`;
  const get = (): readonly Unsent[] => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isUnsent) : [];
    } catch {
      return [];
    }
  };
  const set = (all: readonly Unsent[]): void => {
    try {
      if (all.length === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(all));
    } catch {
      // It is sent for as long as the page lives.
    }
  };
  return {
    read: (conversationId) =>
      get().filter((each) => (each.conversationId ?? conversationId) === conversationId),
    add: (unsent) => set([...get(), unsent]),
    remove: (activity) => set(get().filter((each) => idOf(each.activity) !== idOf(activity))),
    clear: () => set([]),
  };
}

/** What comes without one is never kept. */
const idOf = ({ channelData }: Activity): string | undefined => channelData?.clientActivityID;

function isUnsent(kept: unknown): kept is Unsent {
  const { activity, saidAt } = (kept ?? {}) as Partial<Unsent>;
  return typeof saidAt === 'number' && typeof activity === 'object' && idOf(activity) !== undefined;
}
