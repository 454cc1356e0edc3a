// Where conversations are opened and taken up again: here, or at Azure. Either way the page gets a token for one of them.
import { randomBytes } from 'node:crypto';
import type { DirectLineLog } from '../state/directLineLog';
import type { Party, Tokens } from './tokens';

/** Leave to take part in a conversation. */
export interface Access {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds until the token ends. */
  readonly expiresIn: number;
  /** Base address of the Direct Line that takes it; absent: our own. */
  readonly domain?: string;
}

export interface Conversations {
  /** @param origin of the page that asks */
  open(userId: string, origin: string | undefined): Promise<Access>;
  /** @returns undefined where the conversation has ended */
  resume(party: Party): Promise<Access | undefined>;
}

/** The prefix of ids that Azure lets nobody take without a token; 128 random bits nobody guesses. */
export const newUserId = (): string => `dl_${randomBytes(16).toString('base64url')}`;

/** A conversation of our own begins with the client's first call: a token alone costs no room. */
export function createConversations(log: DirectLineLog, tokens: Tokens): Conversations {
  const access = async (party: Party): Promise<Access> => ({
    conversationId: party.conversationId,
    token: await tokens.issue('access', party),
    expiresIn: tokens.lifetime('access'),
  });
  return {
    open: (userId) => access({ conversationId: randomBytes(18).toString('base64url'), userId }),
    async resume(party) {
      const conversation = await log.find(party.conversationId);
      return conversation?.userId === party.userId ? access(party) : undefined;
    },
  };
}
