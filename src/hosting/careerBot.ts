// Turns activities into dialog turns: messages go to the root dialog, arrivals are welcomed once.
import {
  ActivityHandler,
  ActivityTypes,
  Channels,
  type ConversationState,
  type TurnContext,
} from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs/lib/dialog';
import { runDialog } from 'botbuilder-dialogs/lib/dialogHelper';
import type { DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import type { TurnReport } from '../domain/turnReport';
import type { Bot } from '../turns/bot';

export interface CareerBotOptions {
  readonly dialog: Dialog;
  readonly conversationState: ConversationState;
  readonly welcome: string;
  /** Called after a message was answered; `ms` is the time from the start of the turn. Never sees the words. */
  readonly onTurn: (context: TurnContext, report: TurnReport | undefined, ms: number) => void;
}

const REPORT = Symbol('turn report');

/** Keeps what the dialogs report until the turn is over. */
export function keepReport(context: TurnContext, report: TurnReport): void {
  context.turnState.set(REPORT, report);
}

/** Names the schema of the trace's value; a URN, for there is no page behind it. */
const TRACE_SCHEMA = 'urn:career-advisor:turn-report';

/** The name under which the dialog stack rests in conversation state. */
const DIALOG_STATE = 'dialogState';

/** Ends the active dialog; the rest of the conversation's state stays. */
export async function resetDialog(conversationState: ConversationState, context: TurnContext): Promise<void> {
  await conversationState.createProperty(DIALOG_STATE).delete(context);
  await conversationState.saveChanges(context);
}

export function createCareerBot({ dialog, conversationState, welcome, onTurn }: CareerBotOptions): Bot {
  const dialogState = conversationState.createProperty<DialogState>(DIALOG_STATE);
  const welcomed = conversationState.createProperty<boolean>('welcomed');
  const handler = new ActivityHandler();

  handler.onMessage(async (context, next) => {
    const start = performance.now();
    await runDialog(dialog, context, dialogState);
    const report = context.turnState.get<TurnReport>(REPORT);
    // With expectReplies the SDK would send traces to every channel.
    if (report && context.activity.channelId === String(Channels.Emulator)) {
      await context.sendTraceActivity('recognition', report, TRACE_SCHEMA, 'Recognition and decision');
    }
    onTurn(context, report, performance.now() - start);
    await next();
  });

  // Some channels send one arrival for the bot and one for the person, others one for both, and Teams an installation
  // beside them: whatever comes first welcomes, the rest finds it done.
  const welcomeOnce = async (context: TurnContext): Promise<void> => {
    if (await welcomed.get(context, false)) return;
    await welcomed.set(context, true);
    await context.sendActivity(welcome);
  };
  handler.onMembersAdded(async (context, next) => {
    const { membersAdded = [], recipient } = context.activity;
    if (membersAdded.some(({ id }) => id !== recipient?.id)) await welcomeOnce(context);
    await next();
  });
  handler.onInstallationUpdateAdd(async (context, next) => {
    await welcomeOnce(context);
    await next();
  });

  return async (context) => {
    // Typing notices and receipts say nothing that the bot answers.
    if (context.activity.type === String(ActivityTypes.Typing)) return;
    await handler.run(context);
  };
}
