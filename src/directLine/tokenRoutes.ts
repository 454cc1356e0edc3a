// POST {domain}/tokens/generate and /tokens/refresh: who may take part in which conversation.
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { clientAddress } from '../http/clientAddress';
import { HttpError } from '../http/httpError';
import { readJsonBodyIfAny } from '../http/jsonBody';
import { createRateLimit } from '../http/rateLimit';
import type { DirectLineLog } from '../state/directLineLog';
import { ended } from './authorize';
import { newUserId, type Access, type Conversations } from './conversations';
import { DIRECT_LINE_PATH, type RouteParts } from './routeParts';
import type { Party } from './tokens';

export interface TokenRoutesOptions extends RouteParts {
  readonly conversations: Conversations;
  /** Conversations that one address may begin in a minute. */
  readonly chatsPerMinute: number;
  readonly proxyHops: number;
}

const LIMITS = { maxBytes: 4 * 1024, timeoutMs: 10_000 };
const RESUMES_PER_MINUTE = 60;

/** A page that comes for the first time has nothing to say. */
const generateBody = z.object({ resume: z.string().max(2000).optional() });

export function addTokenRoutes(server: Server, options: TokenRoutesOptions): void {
  const { conversations, tokens, entrance } = options;
  const limitNew = createRateLimit({
    perMinute: options.chatsPerMinute,
    message: 'Too many new chats from this address. Please wait a moment.',
  });
  const limitResumes = createRateLimit({
    perMinute: RESUMES_PER_MINUTE,
    message: 'This chat was opened too often. Please wait a moment.',
  });

  /** Whom the ticket is for; a ticket that is none counts as a first visit. */
  async function partyOf(ticket: string | undefined): Promise<Party | undefined> {
    const party = ticket === undefined ? undefined : await tokens.read('resume', ticket);
    return typeof party === 'object' ? party : undefined;
  }

  async function resume(party: Party): Promise<Access | undefined> {
    await limitResumes(party.conversationId);
    return conversations.resume(party);
  }

  server.post(`${DIRECT_LINE_PATH}/tokens/generate`, async (req: Request, res: Response) => {
    const origin = await entrance.admit(req, res);
    const parsed = generateBody.safeParse(await readJsonBodyIfAny(req, LIMITS));
    if (!parsed.success)
      throw new HttpError(400, 'invalid-request', 'The ticket to resume a chat is no text.');
    const known = await partyOf(parsed.data.resume);
    const resumed = known && (await resume(known));
    if (known && resumed) return sendAccess(res, resumed, known.userId, true);
    await limitNew(clientAddress(req, options.proxyHops));
    const userId = newUserId();
    return sendAccess(res, await conversations.open(userId, origin), userId, false);
  });

  async function sendAccess(res: Response, access: Access, userId: string, resumed: boolean): Promise<void> {
    const { conversationId, token, expiresIn, domain } = access;
    const ticket = await tokens.issue('resume', { conversationId, userId });
    res.json(200, { conversationId, token, expires_in: expiresIn, resume: ticket, resumed, domain });
  }
}

/** For our own tokens; Azure refreshes its own. */
export function addRefreshRoute(
  server: Server,
  { tokens, entrance, log }: RouteParts & { readonly log: Pick<DirectLineLog, 'find'> },
): void {
  server.post(`${DIRECT_LINE_PATH}/tokens/refresh`, async (req: Request, res: Response) => {
    const party = await entrance.enter(req, res);
    if (!(await log.find(party.conversationId))) throw ended();
    res.json(200, {
      conversationId: party.conversationId,
      token: await tokens.issue('access', party),
      expires_in: tokens.lifetime('access'),
    });
  });
}
