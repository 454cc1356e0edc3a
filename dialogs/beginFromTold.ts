// Begins the guided advice where a person tells of themselves and asks nothing that the bot could answer.
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Recognition } from '../src/domain/recognition';
import type { Commands } from './commands';
import type { Conversation } from './conversation';
import { textOf } from './dialogParts';

/**
 * Begins with what the message tells where nothing else is to be made of it and no earlier advice is kept; where it takes
 * something back of which a result came, the result is corrected.
 * @param recognition of the message
 * @returns whether it began
 */
export async function beginFromTold(
  conversation: Conversation,
  commands: Commands,
  inner: DialogContext,
  recognition: Recognition,
): Promise<boolean> {
  const { context } = inner;
  const decisions = conversation.decide(recognition);
  if (decisions.some(({ kind }) => kind !== 'fallback' && kind !== 'clarify')) return false;
  const { finished, paused } = await conversation.kept(context);
  const { knowledge, recognizer } = conversation.parts;
  const { statements, asks, corrects } = await recognizer.readAdvice(undefined, textOf(context));
  // Who tells much in asking wants to know what fits; little beside a question is no reason to begin.
  if (statements.length < (asks ? 2 : 1)) return false;
  if (finished && corrects) {
    conversation.reportCommand(context, 'advice.change');
    await commands.begin(inner, { session: finished, statements });
    return true;
  }
  if (finished ?? paused) return false;
  conversation.reportCommand(context, 'advice.start');
  await context.sendActivity(knowledge.phrases.toldAboutSelf);
  await commands.begin(inner, { statements });
  return true;
}
