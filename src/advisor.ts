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
import type { ConversationContext } from './domain/conversationContext';
import type { KnowledgeBase } from './domain/knowledgeBase';
import type { Recognizer } from './domain/recognizer';
import type { Bot } from './hosting/adapter';
import { createCareerBot, keepReport, resetDialog, type CareerBotOptions } from './hosting/careerBot';
import { createProcessedOnce } from './hosting/processedOnce';

export interface AdvisorOptions {
  readonly knowledge: KnowledgeBase;
  readonly recognizer: Recognizer;
  readonly storage: Storage;
  readonly onTurn: CareerBotOptions['onTurn'];
}

export interface Advisor {
  readonly bot: Bot;
  /** To be used by the adapter, in this order. */
  readonly middleware: readonly (Middleware | MiddlewareHandler)[];
  readonly resetDialog: (context: TurnContext) => Promise<void>;
}

export function createAdvisor({ knowledge, recognizer, storage, onTurn }: AdvisorOptions): Advisor {
  const conversationState = new ConversationState(storage);
  const dialog = new RootDialog({
    knowledge,
    recognizer,
    conversationContext: conversationState.createProperty<ConversationContext>('conversationContext'),
    report: keepReport,
  });
  return {
    bot: createCareerBot({ dialog, conversationState, welcome: knowledge.phrases.welcome, onTurn }),
    middleware: [new AutoSaveStateMiddleware(conversationState), createProcessedOnce(conversationState)],
    resetDialog: (context) => resetDialog(conversationState, context),
  };
}
