// A message that its author deleted or edited: what it told is forgotten, as if it had not been said.
import { ActivityTypes } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { withoutMessage, type AdviceSession } from '../src/domain/advice';
import type { Statement } from '../src/domain/adviceReading';
import { NO_CONTEXT } from '../src/domain/conversationContext';
import { talkKey } from '../src/domain/conversationKey';
import { questionOf } from '../src/domain/questionnaire';
import { AdviceDialog } from './adviceDialog';
import { movedTo, stateOf } from './adviceState';
import type { Commands } from './commands';
import type { Conversation } from './conversation';
import { textOf } from './dialogParts';
import { cardOf, isAdvising, withoutMenu } from './stack';

/** What is left of a turn: nothing; a text that may answer what is open; or one that was not said to what is open now. */
export type Rest = 'nothing' | 'any text' | 'a text beside';

interface Retracted {
  /** An answer of the open advice went. */
  readonly isOpen: boolean;
  /** What is left of a session that is not open, where an answer of it went, and which went. */
  readonly kept?: { readonly left: AdviceSession; readonly gone: AdviceSession };
}

/**
 * Takes back what a deleted or edited message told, and puts its question again; an edited one is then answered. The advice
 * is open again where its result rested on the message.
 */
export async function takeBack(
  conversation: Conversation,
  commands: Commands,
  inner: DialogContext,
): Promise<Rest> {
  const { context } = inner;
  const { id, type } = context.activity;
  const isDeleted = type === String(ActivityTypes.MessageDelete);
  if (!isDeleted && type !== String(ActivityTypes.MessageUpdate)) return 'any text';
  const isGone = isDeleted || textOf(context) === '';
  const { isOpen, kept } = id === undefined ? { isOpen: false } : await retract(conversation, inner, id);
  const { tookBack } = conversation.parts.knowledge.phrases;
  if (isOpen) {
    withoutMenu(inner);
    if (!isGone) return 'any text';
    await context.sendActivity(tookBack);
    await inner.repromptDialog();
    return 'nothing';
  }
  if (kept && !isAdvising(inner)) {
    const statements = isGone ? [] : await toldAnew(conversation, inner, kept.gone);
    if (isGone) await context.sendActivity(tookBack);
    if (isGone || statements.length > 0) {
      await commands.begin(inner, { session: kept.left, statements });
      return 'nothing';
    }
  }
  return isGone ? 'nothing' : 'a text beside';
}

/** What an edited message tells of the question that it answered before. */
async function toldAnew(
  { parts: { knowledge, recognizer } }: Conversation,
  { context }: DialogContext,
  { answered }: AdviceSession,
): Promise<readonly Statement[]> {
  const [first] = answered;
  const question = first && questionOf(knowledge.questionnaire, first.question);
  return (await recognizer.readAdvice(question, textOf(context))).statements;
}

async function retract(
  conversation: Conversation,
  inner: DialogContext,
  message: string,
): Promise<Retracted> {
  const { context, activeDialog } = inner;
  const { conversationContext } = conversation.parts;
  await conversation.parts.unanswered?.takeBack(talkKey(context.activity), message);
  const about = await conversationContext.get(context, NO_CONTEXT);
  if (about.message === message) await conversationContext.set(context, NO_CONTEXT);
  // A "did you mean" that it led to.
  if (activeDialog && cardOf(activeDialog)?.id.startsWith(`${message}/`)) withoutMenu(inner);
  const kept = await retractKept(conversation, inner, message);
  const advice = inner.stack.find(({ id }) => id === AdviceDialog.id);
  if (!advice) return { isOpen: false, kept };
  const state = stateOf(advice);
  const session = withoutMessage(state.session, message);
  if (session === state.session) return { isOpen: false, kept };
  advice.state = movedTo(state, session);
  return { isOpen: true, kept };
}

/** The pages of a result go too where it rested on the message. */
async function retractKept(
  conversation: Conversation,
  { context }: DialogContext,
  message: string,
): Promise<Retracted['kept']> {
  const { paused, finished } = await conversation.kept(context);
  const left = { paused: retracted(paused, message), finished: retracted(finished, message) };
  if (left.paused === paused && left.finished === finished) return undefined;
  await conversation.keep(context, left);
  if (left.finished !== finished) await conversation.parts.pages?.forget(talkKey(context.activity));
  const before = (left.finished === finished ? paused : finished)!;
  return {
    left: withoutMessage(before, message),
    gone: { answered: before.answered.filter((each) => each.message === message) },
  };
}

/** Undefined where nothing is left of it. */
function retracted(session: AdviceSession | undefined, message: string): AdviceSession | undefined {
  const left = session && withoutMessage(session, message);
  return left && left.answered.length > 0 ? left : undefined;
}
