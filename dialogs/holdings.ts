// Tells a person what is kept of them, wherever it is: in the state of their talk, in open advice, and in the records.
import type { TurnContext } from 'botbuilder';
import { NOTHING_KEPT } from '../src/domain/adviceMemory';
import type { AdviceSession } from '../src/domain/advice';
import { NO_CONTEXT } from '../src/domain/conversationContext';
import { talkKey } from '../src/domain/conversationKey';
import { PRIVACY } from '../src/domain/decision';
import type { RecordCounts } from '../src/domain/records';
import { holdingsText, type Holdings } from '../src/presenters/holdings';
import type { DialogParts } from './dialogParts';

const NO_RECORDS: RecordCounts = { pages: 0, messages: 0, ratings: 0, comments: 0, questions: 0 };

/** Small talk on privacy, and what is kept of this person. @param open the advice that is under way */
export async function sayHoldings(
  parts: DialogParts,
  context: TurnContext,
  open: AdviceSession | undefined,
): Promise<void> {
  const { chat, phrases } = parts.knowledge;
  const text = holdingsText(phrases, await holdingsOf(parts, context, open));
  await context.sendActivity(`${chat.get(PRIVACY)?.answer ?? ''}\n\n${text}`);
}

async function holdingsOf(
  { conversationContext, adviceMemory, records }: DialogParts,
  context: TurnContext,
  open: AdviceSession | undefined,
): Promise<Holdings> {
  const { role, topic } = await conversationContext.get(context, NO_CONTEXT);
  const { paused, finished } = await adviceMemory.get(context, NOTHING_KEPT);
  const counts = (await records?.count(talkKey(context.activity))) ?? NO_RECORDS;
  return {
    ...counts,
    hasTopic: role !== undefined || topic !== undefined,
    answers: (open ?? paused ?? finished)?.answered.length ?? 0,
    hasResult: finished !== undefined,
  };
}
