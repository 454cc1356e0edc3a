// Keeps what the bot could not answer for whoever writes its knowledge, without what could tell who asked.
import type { TurnContext } from 'botbuilder';
import { anonymous } from '../src/domain/anonymous';
import type { Decision } from '../src/domain/decision';
import { talkKey } from '../src/domain/conversationKey';
import { namesOfOthers } from '../src/domain/mentions';
import type { Recognition } from '../src/domain/recognition';
import { MOST_UNANSWERED, type UnansweredQuestion } from '../src/domain/unanswered';
import type { DialogParts } from './dialogParts';
import type { Outcome } from './outcome';

type Parts = Pick<DialogParts, 'recognizer' | 'unanswered'>;

/** The question as it may be kept; undefined where nothing is kept, or nothing is left of it. */
async function keepable(
  { recognizer, unanswered }: Parts,
  { activity }: TurnContext,
  text: string,
): Promise<UnansweredQuestion | undefined> {
  if (!unanswered) return undefined;
  const { from, entities = [], id } = activity;
  const names = [from.name ?? '', ...namesOfOthers(entities)];
  // Cut once it is anonymous: half an address would look like none.
  const nameless = await recognizer.withoutNames(text.slice(0, 4 * MOST_UNANSWERED), names);
  const left = anonymous(nameless)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, MOST_UNANSWERED)
    .trim();
  const says = /\p{L}/u.test(left.replaceAll(/\[[\w-]+\]/g, ''));
  return says ? { text: left, ...(id && { message: id }) } : undefined;
}

export async function keepUnanswered(
  { unanswered }: Parts,
  { activity }: TurnContext,
  question: UnansweredQuestion | undefined,
): Promise<void> {
  if (question) await unanswered?.keep(talkKey(activity), question);
}

/**
 * Keeps what had no answer of its own, at once; what led to a "did you mean" goes with the outcome, until it is known whether
 * that led anywhere. Of a message that may be about life and death nothing is kept.
 */
export async function noteUnanswered(
  parts: Parts & Pick<DialogParts, 'knowledge'>,
  context: TurnContext,
  { readings, safety }: Recognition,
  decisions: readonly Decision[],
  outcome: Outcome,
): Promise<Outcome> {
  if (safety !== undefined) return outcome;
  const { background } = parts.knowledge;
  const isOpen = (decision: Decision): boolean =>
    decision.kind === 'uncovered' ||
    // To some kinds of messages the author has written a reply: those are no news.
    (decision.kind === 'fallback' &&
      !background.some(({ id, reply }) => id === decision.background && reply));
  for (const [at, decision] of decisions.entries()) {
    if (!isOpen(decision)) continue;
    await keepUnanswered(parts, context, await keepable(parts, context, readings[at]?.text ?? ''));
  }
  if (outcome.next !== 'clarify') return outcome;
  const offered = readings[decisions.findIndex(({ kind }) => kind === 'clarify')];
  const asked = await keepable(parts, context, offered?.text ?? '');
  return asked ? { ...outcome, asked } : outcome;
}
