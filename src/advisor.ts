// The bot without a server: knowledge, matcher, dialogs and state joined, for the HTTP server and the command line alike.
import {
  AutoSaveStateMiddleware,
  ConversationState,
  type Middleware,
  type MiddlewareHandler,
  type Storage,
  type TurnContext,
} from 'botbuilder';
import { RootDialog } from '../dialogs/rootDialog';
import type { AdviceMemory } from './domain/adviceMemory';
import type { ConversationContext } from './domain/conversationContext';
import type { SpokenKnowledge } from './domain/knowledgeBase';
import type { Recognizer } from './domain/recognizer';
import type { ResultPages } from './domain/resultPages';
import type { Transcripts } from './domain/transcripts';
import type { Bot } from './turns/bot';
import { createCareerBot, keepReport, resetDialog, type CareerBotOptions } from './hosting/careerBot';
import { createProcessedOnce } from './turns/processedOnce';

/** What a bot knows, and how it understands. */
export interface Mind {
  readonly knowledge: SpokenKnowledge;
  readonly recognizer: Recognizer;
}

/** What conversations came to, whichever bot leads them on. */
export interface Memory {
  readonly conversationState: ConversationState;
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
  /** Absent where no channel of ours keeps what was said. */
  readonly transcripts?: Transcripts;
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
  const conversationState = new ConversationState(storage);
  return {
    conversationState,
    middleware: [new AutoSaveStateMiddleware(conversationState), createProcessedOnce(conversationState)],
    resetDialog: (context) => resetDialog(conversationState, context),
  };
}

/** Bots that share a memory may take turns in a conversation. */
export function createBot(
  { knowledge, recognizer, now, pages, transcripts }: Mind & World,
  { conversationState }: Memory,
  onTurn: CareerBotOptions['onTurn'],
): Bot {
  const dialog = new RootDialog({
    knowledge,
    recognizer,
    conversationContext: conversationState.createProperty<ConversationContext>('conversationContext'),
    adviceMemory: conversationState.createProperty<AdviceMemory>('adviceMemory'),
    lastMessageAt: conversationState.createProperty<number>('lastMessageAt'),
    now,
    pages,
    transcripts,
    report: keepReport,
  });
  return createCareerBot({ dialog, conversationState, welcome: knowledge.phrases.welcome, onTurn });
}
