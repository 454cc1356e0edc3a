// "Forget me": wipes all that is known of the person, wherever it is. What must stay, and why: DESIGN.md, "Privacy".
import type { TurnContext } from 'botbuilder';
import { talkKey } from '../src/domain/conversationKey';
import type { DialogParts } from './dialogParts';

/** Everything that a dialog or a channel keeps in the state of a talk belongs in here, save the ids of what was handled. */
export async function forgetPerson(parts: DialogParts, context: TurnContext): Promise<void> {
  const { conversationContext, adviceMemory, lastMessageAt, ratedMessages, takenPress, records } = parts;
  const kept = [conversationContext, adviceMemory, lastMessageAt, ratedMessages, takenPress];
  for (const each of kept) await each.delete(context);
  await records?.forget(talkKey(context.activity));
}
