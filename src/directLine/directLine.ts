// Direct Line for the chat on websites: our own, with its streams and turns; or Azure's, of which only tokens are ours.
import type { Server } from 'restify';
import type { Logger } from 'pino';
import { createOriginPolicy } from '../http/callerOrigin';
import { ownAddress } from '../http/ownAddress';
import type { DirectLineLog } from '../state/directLineLog';
import type { SigningKeys } from '../state/signingKeys';
import { createActivities } from './activities';
import { createAzureConversations, type AzureOptions } from './azureConversations';
import { addConversationRoutes } from './conversationRoutes';
import { createConversations } from './conversations';
import { createFeed } from './feed';
import { addPreflight, createCors } from './cors';
import { createEntrance } from './entrance';
import { createStreams, type Streams, type StreamsOptions } from './streams';
import { addRefreshRoute, addTokenRoutes } from './tokenRoutes';
import { createTokens } from './tokens';
import { createTurns, type TurnsOptions } from './turns';

export interface DirectLineOptions
  extends Omit<TurnsOptions, 'feed' | 'activities'>, Pick<StreamsOptions, 'heartbeatMs'> {
  readonly log: DirectLineLog;
  readonly keys: SigningKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly botName: () => string;
  readonly settings: DirectLineSettings;
  readonly logger: Logger;
}

/** As Config has them. */
export interface DirectLineSettings {
  readonly azureDirectLine: AzureOptions | undefined;
  readonly publicUrl: string | undefined;
  readonly widgetOrigins: readonly string[];
  readonly chatsPerMinute: number;
  readonly proxyHops: number;
  readonly retentionDays: number;
}

export interface DirectLine {
  /** Before the server listens. */
  addRoutes(server: Server): void;
  readonly takeUpgrade: Streams['take'];
  /** WebSockets that are open. */
  readonly openSockets: number;
  /** Answers what an earlier process left unanswered. */
  resume(): Promise<void>;
  /** Once no turn runs any more. */
  close(): void;
}

const SECONDS_A_DAY = 24 * 60 * 60;

export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { log, keys, now, settings } = options;
  const { azureDirectLine, publicUrl, widgetOrigins, chatsPerMinute, proxyHops, retentionDays } = settings;
  const mayCall = createOriginPolicy(publicUrl, widgetOrigins);
  const tokens = createTokens(keys, now, retentionDays * SECONDS_A_DAY);
  const activities = createActivities(options);
  const feed = createFeed(options.coordination);
  const turns = createTurns({ ...options, activities, feed });
  const streams = createStreams({ ...options, ...settings, tokens, feed, mayCall });
  const cors = createCors(mayCall);
  const entrance = createEntrance({ tokens, cors, chatsPerMinute, proxyHops });

  return {
    addRoutes(server) {
      const conversations = azureDirectLine
        ? createAzureConversations(azureDirectLine)
        : createConversations(log, tokens);
      addPreflight(server, cors);
      addTokenRoutes(server, { tokens, entrance, conversations, chatsPerMinute, proxyHops });
      if (azureDirectLine) return;
      addRefreshRoute(server, { tokens, entrance, log });
      addConversationRoutes(server, {
        tokens,
        entrance,
        log,
        activities,
        feed,
        turns,
        addressOf: (req) => ownAddress(req, { publicUrl, proxyHops }),
      });
    },
    // Azure has streams of its own.
    takeUpgrade: (...upgrade) => !azureDirectLine && streams.take(...upgrade),
    get openSockets() {
      return streams.open;
    },
    resume: () => turns.resume(),
    close() {
      turns.close();
      streams.close();
    },
  };
}
