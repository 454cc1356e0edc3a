// How much one caller may ask of /api/messages: a person of the bot's answers, an address of its patience.
import type { Activity } from 'botbuilder';
import { decodeJwt } from 'jose';
import type { Request } from 'restify';
import { conversationKey } from '../domain/conversationKey';
import { MESSAGES_PER_MINUTE } from '../domain/limits';
import { clientAddress } from '../http/clientAddress';
import { isLoopback } from '../http/origins';
import { createRateLimit, type RateLimit } from '../http/rateLimit';
import type { Config } from './config';

/** Each throws an HttpError 429 beyond its limit. */
export interface MessageLimits {
  /** Before anything of the request is read. */
  readonly admit: (req: Request) => Promise<void>;
  /** Once it is known who writes. */
  readonly take: (req: Request, activity: Activity) => Promise<void>;
  /** Where the caller could not be authenticated. */
  readonly fail: (req: Request) => Promise<void>;
}

/** Of one address; a channel fails with none, save while the keys that prove its tokens cannot be fetched. */
const FAILURES_PER_MINUTE = 60;
/** Of tokens that are, by their own word, for other bots: far more than anybody has a channel bring us by mistake. */
const STRAYS_PER_MINUTE = 1200;

export function createMessageLimits({
  credentials,
  chatsPerMinute,
  proxyHops,
}: Pick<Config, 'credentials' | 'chatsPerMinute' | 'proxyHops'>): MessageLimits {
  const limitPerson = createRateLimit({
    perMinute: MESSAGES_PER_MINUTE,
    message: 'This person has sent a lot of messages. Please wait a moment.',
  });
  const limitAddress = createRateLimit({
    perMinute: chatsPerMinute * MESSAGES_PER_MINUTE,
    message: 'Too many messages came from this address. Please wait a moment.',
  });
  const limitFailures = createRateLimit({
    perMinute: FAILURES_PER_MINUTE,
    message: 'Too many callers from this address could not be authenticated. Please wait a moment.',
  });
  const limitStrays = createRateLimit({
    perMinute: STRAYS_PER_MINUTE,
    message: 'Too many calls from this address were for other bots. Please wait a moment.',
  });
  const limitTalk = ({ channelId, conversation, from }: Activity): Promise<void> =>
    limitPerson(JSON.stringify([conversationKey({ channelId, conversation }), from.id]));
  const addressOf = (req: Request): string => clientAddress(req, proxyHops);

  // All people of a channel come from a few addresses of its connector.
  if (credentials) {
    // Anybody may have a channel call us in the name of another bot, and must not close its address to ours by that.
    const limitOf = (req: Request): RateLimit =>
      isForOther(req.headers.authorization, credentials.appId) ? limitStrays : limitFailures;
    return {
      // A 0 only looks: whoever has good tokens is not counted.
      admit: (req) => limitOf(req)(addressOf(req), 0),
      take: (_req, activity) => limitTalk(activity),
      fail: (req) => limitOf(req)(addressOf(req)),
    };
  }
  // Nobody proves who they are: they are told apart by address alone, except on this machine, where the Emulator is.
  const isElsewhere = (req: Request): boolean => !isThisMachine(addressOf(req));
  return {
    admit: async (req) => (isElsewhere(req) ? limitAddress(addressOf(req)) : undefined),
    take: async (req, activity) => (isElsewhere(req) ? limitTalk(activity) : undefined),
    fail: () => Promise.resolve(),
  };
}

/** Of IPv6, clientAddress gives the network: ::1 is in this one. */
const isThisMachine = (address: string): boolean => isLoopback(address) || address === '0:0:0:0';

/** Whether the token is, by its own word, for another bot. */
function isForOther(authorization = '', appId: string): boolean {
  try {
    return decodeJwt(authorization.replace(/^Bearer /, '')).aud !== appId;
  } catch {
    return false;
  }
}
