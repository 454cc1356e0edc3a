// POST /api/messages: from bytes to a finished turn, each step refusing what the next must not see.
import { ActivityTypes, type Activity } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Logger } from 'pino';
import { conversationKey, DIRECT_LINE } from '../domain/conversationKey';
import { isStorageFailure } from '../domain/storageError';
import { parseActivity } from './activitySchema';
import type { Bot } from '../turns/bot';
import type { BotAdapter, Caller } from './adapter';
import type { MessageLimits } from './messageLimits';
import { HttpError } from '../http/httpError';
import { readJsonBody } from '../http/jsonBody';
import { requestFields } from '../http/requestId';
import { turnFields } from '../logging';
import type { ServiceUrlPolicy } from '../http/origins';
import { QueueFullError, type TurnQueue } from '../turns/turnQueue';

export interface MessagesOptions {
  readonly adapter: BotAdapter;
  readonly bot: Bot;
  readonly queue: TurnQueue;
  readonly mayReplyTo: ServiceUrlPolicy;
  /** Whether callers prove who they are. */
  readonly isAuthenticated: boolean;
  readonly limits: MessageLimits;
  readonly logger: Logger;
}

/** The route's handler; it throws HttpError for every refusal. */
export function createMessagesRoute({
  adapter,
  bot,
  queue,
  mayReplyTo,
  isAuthenticated,
  limits,
  logger,
}: MessagesOptions) {
  return async (req: Request, res: Response): Promise<void> => {
    await limits.admit(req);
    // Whoever has no token is not worth reading.
    if (isAuthenticated && !req.headers.authorization?.startsWith('Bearer ')) await refuseCaller(req);
    const activity = parseActivity(await readJsonBody(req));
    // Conversations of this channel belong to who has a token for them; here anybody could name one.
    if (!isAuthenticated && activity.channelId === DIRECT_LINE) {
      throw new HttpError(403, 'channel-not-allowed', 'This channel has an address of its own: /directline.');
    }
    if (activity.serviceUrl !== undefined && !mayReplyTo(activity.serviceUrl)) {
      logger.warn(
        { ...turnFields(activity), serviceUrl: originOf(activity.serviceUrl) },
        'serviceUrl not allowed',
      );
      throw new HttpError(
        403,
        'service-url-not-allowed',
        'The bot does not send replies to this serviceUrl.',
      );
    }
    const caller = await authenticate(activity, req);
    await limits.take(req, activity);
    logger.debug({ ...requestFields(req), ...turnFields(activity) }, 'activity');
    // One turn at a time even for those that only read: a typing notice writes state too.
    const answer = await queue
      .run(conversationKey(activity), () => adapter.runTurn(caller, activity, bot))
      .catch((error: Error) => answerUnrun(caller, activity, error));
    if (answer?.body === undefined) res.send(answer?.status ?? 200);
    else res.json(answer.status, answer.body);
  };

  /** For a turn that did not begin. Where it is the database's fault, the person is told so, as of any turn that fails. */
  function answerUnrun(caller: Caller, activity: Activity, error: Error) {
    // Who presses a button is told by the card, which takes the 503 for that.
    const isTold = isStorageFailure(error) && activity.type !== String(ActivityTypes.Invoke);
    if (isTold) return adapter.runTurn(caller, activity, () => Promise.reject(error));
    if (!(error instanceof QueueFullError)) throw error;
    throw new HttpError(429, 'too-many-turns', 'This conversation has too many messages waiting.', {
      'Retry-After': '2',
    });
  }

  /** Every failure is the caller's 401, also that we cannot fetch the keys: without them nobody is proven. */
  async function authenticate(activity: Activity, req: Request): Promise<Caller> {
    try {
      return await adapter.authenticate(activity, req.headers.authorization ?? '');
    } catch (err) {
      logger.warn({ ...requestFields(req), ...turnFields(activity), err }, 'caller not authenticated');
      return refuseCaller(req);
    }
  }

  async function refuseCaller(req: Request): Promise<never> {
    await limits.fail(req);
    throw new HttpError(401, 'unauthorized', 'The caller could not be authenticated.', {
      'WWW-Authenticate': 'Bearer',
    });
  }
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'not a URL');
