// Who may call Direct Line, and how often: asked before anything else of every call.
import type { Request, Response } from 'restify';
import { MESSAGES_PER_MINUTE } from '../domain/limits';
import { clientAddress } from '../http/clientAddress';
import { createRateLimit } from '../http/rateLimit';
import { authorize } from './authorize';
import type { Cors } from './cors';
import type { Party, Tokens } from './tokens';

export interface Entrance {
  /**
   * Lets in whoever comes from a page that may call.
   * @returns the origin of the page, where it tells one
   * @throws HttpError 403, or 429 where the address has called too often
   */
  admit(req: Request, res: Response): Promise<string | undefined>;
  /**
   * The same for who has a token.
   * @param conversationId the one that is called for, where the address names one
   * @throws HttpError 401 or 403 too
   */
  enter(req: Request, res: Response, conversationId?: string): Promise<Party>;
  /** @throws HttpError 429 where the conversation, or the address, has sent too many messages */
  takeMessage(req: Request, party: Party): Promise<void>;
}

export interface EntranceOptions {
  readonly tokens: Tokens;
  readonly cors: Cors;
  /** An address may do as much as so many conversations that one person leads. */
  readonly chatsPerMinute: number;
  readonly proxyHops: number;
}

/** Two tabs that poll each second, and some. */
const CALLS_PER_MINUTE = 300;

export function createEntrance({ tokens, cors, chatsPerMinute, proxyHops }: EntranceOptions): Entrance {
  const limitCalls = createRateLimit({
    perMinute: CALLS_PER_MINUTE,
    message: 'This chat asks for news too often. Please wait a moment.',
  });
  const limitMessages = createRateLimit({
    perMinute: MESSAGES_PER_MINUTE,
    message: 'That was a lot of messages. Please wait a moment.',
  });
  const limitAddressCalls = createRateLimit({
    perMinute: chatsPerMinute * CALLS_PER_MINUTE,
    message: 'Too many calls came from this address. Please wait a moment.',
  });
  const limitAddressMessages = createRateLimit({
    perMinute: chatsPerMinute * MESSAGES_PER_MINUTE,
    message: 'Too many messages came from this address. Please wait a moment.',
  });

  async function admit(req: Request, res: Response): Promise<string | undefined> {
    const origin = cors.admit(req, res);
    await limitAddressCalls(clientAddress(req, proxyHops));
    return origin;
  }

  return {
    admit,
    async enter(req, res, conversationId) {
      await admit(req, res);
      const party = await authorize(req, tokens, conversationId);
      await limitCalls(party.conversationId);
      return party;
    },
    async takeMessage(req, { conversationId }) {
      await limitMessages(conversationId);
      await limitAddressMessages(clientAddress(req, proxyHops));
    },
  };
}
