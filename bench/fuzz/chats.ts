// Good conversations of Direct Line for the mutations to begin with; each is left before it has had all its calls of a minute.
import type { Chance } from './chance';

export interface FuzzChat {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
  /** The token of a stream. */
  readonly stream: string;
}

export interface Chats {
  pick(chance: Chance): FuzzChat;
  /** Opens as many anew as have been used up. */
  refill(): Promise<void>;
}

const MOST_CHATS = 40;
/** Picks before a conversation is left; of a person's messages in a minute the bot takes 60. */
const MOST_PICKS = 40;

/** @param url of the bot, which counts the opening of each as of another address */
export function createChats(url: string): Chats {
  const chats: { readonly chat: FuzzChat; picks: number }[] = [];
  let opened = 0;

  async function post(path: string, token?: string): Promise<Record<string, string>> {
    const response = await fetch(`${url}/directline${path}`, {
      method: 'POST',
      headers: {
        'X-Forwarded-For': `198.51.${Math.floor(opened / 256) % 256}.${opened % 256}`,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
    });
    if (!response.ok) throw new Error(`a good chat could not be opened: ${response.status}`);
    return (await response.json()) as Record<string, string>;
  }

  async function open(): Promise<void> {
    opened += 1;
    const { conversationId = '', token = '', resume = '' } = await post('/tokens/generate');
    const { streamUrl = '' } = await post('/conversations', token);
    const stream = new URL(streamUrl).searchParams.get('t') ?? '';
    chats.push({ chat: { conversationId, token, resume, stream }, picks: 0 });
  }

  return {
    pick(chance) {
      const picked = chance.pick(chats);
      picked.picks += 1;
      return picked.chat;
    },
    async refill() {
      const fresh = chats.filter(({ picks }) => picks < MOST_PICKS);
      chats.splice(0, chats.length, ...fresh);
      await Promise.all(Array.from({ length: MOST_CHATS - chats.length }, open));
    },
  };
}
