// A message that its author deleted or edited: what it told and what it began is forgotten, as if it had not been said.
import { ActivityTypes } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { withoutMessage, type AdviceSession } from '../src/domain/advice';
import { NO_CONTEXT } from '../src/domain/conversationContext';
import { talkKey } from '../src/domain/conversationKey';
import { AdviceDialog } from './adviceDialog';
import { movedTo, stateOf } from './adviceState';
import type { Conversation } from './conversation';
import { cardOf, withoutMenu } from './stack';

/**
 * Does so where the turn is about such a message. Where an answer of the open advice goes with a deleted message, its
 * question is put again; an edited one is then answered like any other.
 * @returns whether nothing is left to answer
 */
export async function takeBack(conversation: Conversation, inner: DialogContext): Promise<boolean> {
  const { id, type } = inner.context.activity;
  const isDeleted = type === String(ActivityTypes.MessageDelete);
  if (!isDeleted && type !== String(ActivityTypes.MessageUpdate)) return false;
  const isTakenBack = id !== undefined && (await retract(conversation, inner, id));
  if (isDeleted && isTakenBack) {
    await inner.context.sendActivity(conversation.parts.knowledge.phrases.tookBack);
    await withoutMenu(inner).repromptDialog();
  }
  return isDeleted;
}

/** @returns whether an answer of the open advice went with the message of that id */
async function retract(conversation: Conversation, inner: DialogContext, message: string): Promise<boolean> {
  const { context, activeDialog } = inner;
  const { conversationContext } = conversation.parts;
  const about = await conversationContext.get(context, NO_CONTEXT);
  if (about.message === message) await conversationContext.set(context, NO_CONTEXT);
  await retractKept(conversation, inner, message);
  // A "did you mean" that it led to.
  if (activeDialog && cardOf(activeDialog)?.id.startsWith(`${message}/`)) withoutMenu(inner);
  const advice = inner.stack.find(({ id }) => id === AdviceDialog.id);
  if (!advice) return false;
  const state = stateOf(advice);
  const session = withoutMessage(state.session, message);
  if (session === state.session) return false;
  advice.state = movedTo(state, session);
  return true;
}

/** The pages of a result go too where it rested on the message. */
async function retractKept(
  conversation: Conversation,
  { context }: DialogContext,
  message: string,
): Promise<void> {
  const { paused, finished } = await conversation.kept(context);
  const left = { paused: retracted(paused, message), finished: retracted(finished, message) };
  if (left.paused === paused && left.finished === finished) return;
  await conversation.keep(context, left);
  if (left.finished !== finished) await conversation.parts.pages?.forget(talkKey(context.activity));
}

/** Undefined where nothing is left of it. */
function retracted(session: AdviceSession | undefined, message: string): AdviceSession | undefined {
  const left = session && withoutMessage(session, message);
  return left && left.answered.length > 0 ? left : undefined;
}
