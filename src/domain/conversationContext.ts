// What the conversation is about, carried from turn to turn so that a follow-up may leave it out.
import type { Decision } from './decision';
import type { FaqId } from './faq';
import type { RoleId } from './role';

/** Plain JSON, for it rests in conversation state. */
export interface ConversationContext {
  /** The role talked about last. */
  readonly role?: RoleId;
  /** The topic answered last. */
  readonly topic?: string;
  /** What the last answer was. */
  readonly answered?: readonly FaqId[];
  /** All topics of the last answer, where it gave several. */
  readonly topics?: readonly string[];
  /** The channel's id of the message that changed it last; absent where the channel gives none. */
  readonly message?: string;
}

export const NO_CONTEXT: ConversationContext = {};

/**
 * The context after the bot did what it decided. Small talk, commands and "I don't know" leave it as it was, and an
 * answer about the field as a whole keeps the role talked about before. A "did you mean" may name a role to go on with.
 */
export function advance(context: ConversationContext, decisions: readonly Decision[]): ConversationContext {
  const topics = decisions.flatMap((decision) =>
    decision.kind === 'answer' || decision.kind === 'uncovered' ? [decision.match.topic] : [],
  );
  const answered = decisions.flatMap((decision) => (decision.kind === 'answer' ? decision.ids : []));
  return decisions.reduce<ConversationContext>((before, decision) => {
    if (decision.kind === 'clarify') return { ...before, role: decision.role ?? before.role };
    if (decision.kind !== 'answer' && decision.kind !== 'uncovered') return before;
    const { topic, role = before.role } = decision.match;
    return { topic, role, ...(answered.length > 0 && { answered }), ...(topics.length > 1 && { topics }) };
  }, context);
}
