// The calls of Direct Line 3.0 that Web Chat and botframework-directlinejs make about a conversation.
import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { HttpError } from '../http/httpError';
import { readJsonBody, readJsonBodyIfAny } from '../http/jsonBody';
import type { DirectLineLog } from '../state/directLineLog';
import type { Activities } from './activities';
import { ended } from './authorize';
import { locale, noFiles, parseClientActivity } from './clientActivity';
import type { Feed } from './feed';
import { DIRECT_LINE_PATH, type RouteParts } from './routeParts';
import type { Party } from './tokens';
import type { Turns } from './turns';
import { parseWatermark } from './watermark';

export interface ConversationRoutesOptions extends RouteParts {
  readonly log: DirectLineLog;
  readonly activities: Activities;
  readonly feed: Feed;
  readonly turns: Turns;
  /** The address (`http://host/path`) under which this request reached us. */
  readonly addressOf: (req: Request) => string;
}

/** A message of MOST_MESSAGE characters, each written as an escape, and what Web Chat says around it. */
const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 10_000 };

const startBody = z.object({ locale: locale.optional() });

export function addConversationRoutes(server: Server, options: ConversationRoutesOptions): void {
  const { tokens, entrance, log, activities, feed, turns, addressOf } = options;
  const root = `${DIRECT_LINE_PATH}/conversations`;
  /** Who calls, and may. */
  const enter = (req: Request, res: Response): Promise<Party> =>
    entrance.enter(req, res, ((req.params ?? {}) as { id?: string }).id);

  async function sendConversation(req: Request, res: Response, status: number, party: Party): Promise<void> {
    const { conversationId } = party;
    const watermark = parseWatermark(req);
    const stream = await tokens.issue('stream', party);
    const address = addressOf(req).replace(/^http/, 'ws');
    res.json(status, {
      conversationId,
      token: await tokens.issue('access', party),
      expires_in: tokens.lifetime('access'),
      streamUrl: `${address}${root}/${conversationId}/stream?watermark=${watermark}&t=${stream}`,
    });
  }

  server.post(root, async (req: Request, res: Response) => {
    const party = await enter(req, res);
    const parsed = startBody.safeParse(await readJsonBodyIfAny(req, LIMITS));
    if (!parsed.success) throw new HttpError(400, 'invalid-request', 'The locale is no name of a language.');
    const { conversationId: id, userId } = party;
    const isNew = await log.begin({ id, userId, locale: parsed.data.locale });
    if (isNew) turns.due(party.conversationId);
    await sendConversation(req, res, isNew ? 201 : 200, party);
  });

  server.get(`${root}/:id`, async (req: Request, res: Response) => {
    const party = await enter(req, res);
    if (!(await log.find(party.conversationId))) throw ended();
    await sendConversation(req, res, 200, party);
  });

  server.get(`${root}/:id/activities`, async (req: Request, res: Response) => {
    const { conversationId } = await enter(req, res);
    const watermark = parseWatermark(req);
    if (!(await log.find(conversationId))) throw ended();
    const page = await log.since(conversationId, watermark);
    res.json(200, { activities: page.activities, watermark: String(page.watermark) });
  });

  server.post(`${root}/:id/activities`, async (req: Request, res: Response) => {
    const party = await enter(req, res);
    const { conversationId } = party;
    const activity = parseClientActivity(await readJsonBody(req, LIMITS));
    await entrance.takeMessage(req, party);
    const conversation = await log.find(conversationId);
    if (!conversation) throw ended();
    // Nobody here is shown that somebody types.
    if (activity.type === 'typing') return void res.json(200, { id: randomUUID() });
    const logged = await log.append(conversationId, {
      key: `client ${activity.channelData?.clientActivityID ?? randomUUID()}`,
      isDue: true,
      activity: (sequence) => activities.posted(conversation, activity, sequence),
    });
    if (!logged) throw ended();
    feed.tell(conversationId);
    turns.due(conversationId);
    res.json(200, { id: logged.id });
  });

  server.post(`${root}/:id/upload`, async (req: Request, res: Response) => {
    await enter(req, res);
    throw noFiles();
  });
}
