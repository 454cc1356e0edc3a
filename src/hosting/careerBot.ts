// Turns activities into dialog turns: what people write, edit, delete and press; arrivals are welcomed once.
import {
  ActivityHandler,
  ActivityTypes,
  type InvokeResponse,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import { DialogTurnStatus, type Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { DialogState } from 'botbuilder-dialogs/lib/dialogContext';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { Logger } from 'pino';
import { isGroup } from '../domain/conversationKey';
import type { Feedback, RatedMessage } from '../domain/feedback';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import type { TurnReport } from '../domain/turnReport';
import { channelIn } from '../presenters/channel';
import type { Bot } from '../turns/bot';
import type { TalkState } from '../turns/talkState';
import { answerCardAction, CARD_ACTION, type TakenPress } from './cardAction';
import { SUBMIT_ACTION, takeFeedback } from './feedback';
import { addressAll } from './groupAddress';
import { sendTurnTrace } from './turnTrace';

export interface CareerBotOptions {
  readonly dialog: Dialog;
  readonly talkState: TalkState;
  readonly knowledge: SpokenKnowledge;
  /** Keeps what a person says about an answer. @param talk as from talkKey() */
  readonly addFeedback: (feedback: Feedback, talk: string) => Promise<void>;
  /** Called when the bot is removed from a conversation: all that is kept of it outside of its state goes. */
  readonly onRemoved: (context: TurnContext) => Promise<void>;
  /** Called after a message was answered; `ms` is the time from the start of the turn. Never sees the words. */
  readonly onTurn: (context: TurnContext, report: TurnReport | undefined, ms: number) => void;
  readonly logger: Logger;
}

/** What is said, changed and taken back. */
const SAID: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.MessageUpdate,
  ActivityTypes.MessageDelete,
];
const ABOUT_MEMBERS: readonly string[] = [ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate];

const REPORT = Symbol('turn report');

/** Keeps what the dialogs report until the turn is over. */
export function keepReport(context: TurnContext, report: TurnReport): void {
  context.turnState.set(REPORT, report);
}

/** The name under which the dialog stack rests in the state. */
const DIALOG_STATE = 'dialogState';

/** Where the SDK looks for the parts of a dialog's memory before it makes them anew, in every turn. */
const DIALOG_MEMORY = 'DialogStateManagerConfiguration';

/** The name under which the answers that can be rated rest in the state. */
export const RATED_MESSAGES = 'ratedMessages';

/** The name under which the last press that was taken rests in the state. */
export const TAKEN_PRESS = 'takenPress';

/** Ends the active dialog; the rest of the state stays. */
export async function resetDialog(talkState: TalkState, context: TurnContext): Promise<void> {
  await talkState.createProperty(DIALOG_STATE).delete(context);
  await talkState.saveChanges(context);
}

export function createCareerBot(options: CareerBotOptions): Bot {
  const { dialog, talkState, knowledge, addFeedback, onTurn, logger } = options;
  const dialogs = new DialogSet(talkState.createProperty<DialogState>(DIALOG_STATE)).add(dialog);
  const ratedMessages = talkState.createProperty<readonly RatedMessage[]>(RATED_MESSAGES);
  const takenPress = talkState.createProperty<TakenPress>(TAKEN_PRESS);
  const arrivals = createArrivals(options);

  let memory: unknown;
  /**
   * The SDK's runDialog sends a trace of all that the dialogs keep besides: to every channel that expects its replies at
   * once, and for an eighth of the time of a turn on this thread.
   */
  const runDialog = async (context: TurnContext): Promise<void> => {
    if (memory !== undefined) context.turnState.set(DIALOG_MEMORY, memory);
    const dialogContext = await dialogs.createContext(context);
    memory ??= context.turnState.get<unknown>(DIALOG_MEMORY);
    const { status } = await dialogContext.continueDialog();
    if (status === DialogTurnStatus.empty) await dialogContext.beginDialog(dialog.id);
  };

  const run = async (context: TurnContext): Promise<void> => {
    const start = performance.now();
    if (channelIn(context).mentions) addressAll(context, knowledge.phrases);
    await runDialog(context);
    const report = context.turnState.get<TurnReport>(REPORT);
    await sendTurnTrace(context, report, knowledge.questionnaire);
    onTurn(context, report, performance.now() - start);
  };

  const answerInvoke = async (context: TurnContext): Promise<InvokeResponse> => {
    const { name } = context.activity;
    if (name === CARD_ACTION) return answerCardAction(context, { run, knowledge, takenPress, logger });
    if (name === SUBMIT_ACTION) return takeFeedback(context, { ratedMessages, add: addFeedback });
    return { status: StatusCodes.NOT_IMPLEMENTED };
  };

  /** The card hears of it in its own way; the person is told by the turn's end, as of any failure. */
  const failInvoke = async (context: TurnContext, error: unknown): Promise<never> => {
    const value = { code: 'InternalServerError', message: knowledge.phrases.error };
    const body = { statusCode: 500, type: 'application/vnd.microsoft.error', value };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    throw error;
  };

  return async (context) => {
    const { type } = context.activity;
    if (SAID.includes(type)) await run(context);
    else if (ABOUT_MEMBERS.includes(type)) await arrivals.run(context);
    else if (type === String(ActivityTypes.Invoke)) {
      await context.sendActivity({
        type: ActivityTypes.InvokeResponse,
        value: await answerInvoke(context).catch((error: unknown) => failInvoke(context, error)),
      });
    }
    // Typing notices, receipts, reactions and the like ask for no answer.
  };
}

function createArrivals({ talkState, knowledge, onRemoved }: CareerBotOptions): ActivityHandler {
  const welcomed = talkState.createProperty<boolean>('welcomed');
  const handler = new ActivityHandler();
  // Some channels send one arrival for the bot and one for the person, others one for both, and Teams an installation
  // beside them: whatever comes first welcomes, the rest finds it done.
  const welcomeOnce = async (context: TurnContext): Promise<void> => {
    if (await welcomed.get(context, false)) return;
    await welcomed.set(context, true);
    await context.sendActivity(knowledge.phrases.welcome);
  };
  handler.onMembersAdded(async (context, next) => {
    const { membersAdded = [], recipient } = context.activity;
    // A group is welcomed when the bot comes, a person when they do.
    const inGroup = isGroup(context.activity);
    if (membersAdded.some(({ id }) => (id === recipient?.id) === inGroup)) await welcomeOnce(context);
    await next();
  });
  handler.onInstallationUpdateAdd(async (context, next) => {
    await welcomeOnce(context);
    await next();
  });
  // Who adds the bot again begins anew.
  handler.onInstallationUpdateRemove(async (context, next) => {
    await onRemoved(context);
    await talkState.clear(context);
    await next();
  });
  return handler;
}
