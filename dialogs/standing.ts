// Reads off the dialogs where the talk stands after a turn.
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { NO_CONTEXT } from '../src/domain/conversationContext';
import type { Standing } from '../src/domain/standing';
import { AdviceDialog } from './adviceDialog';
import { openQuestionOf, stateOf } from './adviceState';
import type { Conversation } from './conversation';

export async function standingOf(
  { context, stack }: DialogContext,
  conversation: Conversation,
): Promise<Standing> {
  const { parts } = conversation;
  const about = await parts.conversationContext.get(context, NO_CONTEXT);
  const readings = conversation.recognized(context)?.readings ?? [];
  const advice = stack.find(({ id }) => id === AdviceDialog.id);
  if (!advice) return { readings, about };
  const open = openQuestionOf(parts.knowledge.questionnaire, advice)?.id;
  return { readings, about, advice: { session: stateOf(advice).session, ...(open && { open }) } };
}
