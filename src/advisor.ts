// The bot without a server: knowledge, matcher, dialogs and state joined, for the HTTP server and the command line alike.
import {
  AutoSaveStateMiddleware,
  type Middleware,
  type MiddlewareHandler,
  type Storage,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import { RootDialog } from '../dialogs/rootDialog';
import type { AdviceMemory } from './domain/adviceMemory';
import type { ConversationContext } from './domain/conversationContext';
import { conversationKey, isGroup, talkKey } from './domain/conversationKey';
import type { Feedback, RatedMessage } from './domain/feedback';
import type { SpokenKnowledge } from './domain/knowledgeBase';
import type { Recognizer } from './domain/recognizer';
import type { Records } from './domain/records';
import type { ResultPages } from './domain/resultPages';
import type { UnansweredQuestions } from './domain/unanswered';
import type { Bot } from './turns/bot';
import {
  createCareerBot,
  keepReport,
  RATED_MESSAGES,
  resetDialog,
  TAKEN_PRESS,
  type CareerBotOptions,
} from './hosting/careerBot';
import { pressIn, settlePress } from './turns/presses';
import { keepStanding } from './hosting/turnTrace';
import { createProcessedOnce } from './turns/processedOnce';
import { TalkState } from './turns/talkState';

/** What a bot knows, and how it understands. */
export interface Mind {
  readonly knowledge: SpokenKnowledge;
  readonly recognizer: Recognizer;
}

/** What conversations came to, whichever bot leads them on. */
export interface Memory {
  readonly talkState: TalkState;
  /** To be used by the adapter, in this order. */
  readonly middleware: readonly (Middleware | MiddlewareHandler)[];
  readonly resetDialog: (context: TurnContext) => Promise<void>;
}

/** What a bot needs from the world around it. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Absent where results cannot be opened as a page. */
  readonly pages?: ResultPages;
  /** What is kept of a person beside the state; absent where nothing is. */
  readonly records?: Records;
  /** Absent where nobody wants to know what was not answered. */
  readonly unanswered?: UnansweredQuestions;
  /** Keeps what a person says about an answer; absent where nobody could read it. */
  readonly addFeedback?: (feedback: Feedback, talk: string) => Promise<void>;
  /** Removes what is kept of everybody in a group; absent where there are no groups. @param group its conversationKey */
  readonly forgetGroup?: (group: string) => Promise<void>;
  readonly logger: Logger;
}

export interface AdvisorOptions extends Mind, World {
  readonly storage: Storage;
  readonly onTurn: CareerBotOptions['onTurn'];
}

export interface Advisor extends Memory {
  readonly bot: Bot;
}

/** A bot of one mind for as long as it lives. */
export function createAdvisor({ storage, onTurn, ...mind }: AdvisorOptions): Advisor {
  const memory = createMemory(storage);
  return { ...memory, bot: createBot(mind, memory, onTurn) };
}

export function createMemory(storage: Storage): Memory {
  const talkState = new TalkState(storage);
  return {
    talkState,
    middleware: [new AutoSaveStateMiddleware(talkState), createProcessedOnce(talkState)],
    resetDialog: (context) => resetDialog(talkState, context),
  };
}

/** Bots that share a memory may take turns in a conversation. */
export function createBot(
  {
    knowledge,
    recognizer,
    now,
    pages,
    records,
    unanswered,
    addFeedback = nobodyReads,
    forgetGroup,
    logger,
  }: Mind & World,
  { talkState }: Memory,
  onTurn: CareerBotOptions['onTurn'],
): Bot {
  const dialog = new RootDialog({
    knowledge,
    recognizer,
    conversationContext: talkState.createProperty<ConversationContext>('conversationContext'),
    adviceMemory: talkState.createProperty<AdviceMemory>('adviceMemory'),
    lastMessageAt: talkState.createProperty<number>('lastMessageAt'),
    ratedMessages: talkState.createProperty<readonly RatedMessage[]>(RATED_MESSAGES),
    now,
    takenPress: talkState.createProperty<unknown>(TAKEN_PRESS),
    pages,
    records,
    unanswered,
    report: keepReport,
    stand: keepStanding,
    pressIn,
    settle: settlePress,
  });
  return createCareerBot({
    dialog,
    talkState,
    knowledge,
    addFeedback,
    onRemoved: async ({ activity }) =>
      isGroup(activity) ? forgetGroup?.(conversationKey(activity)) : records?.forget(talkKey(activity)),
    onTurn,
    logger,
  });
}

const nobodyReads = (): Promise<void> => Promise.resolve();
