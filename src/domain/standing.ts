// Where a talk stands after a turn, for who develops the bot; it holds the person's words, so it never goes to the log.
import type { AdviceSession } from './advice';
import type { ConversationContext } from './conversationContext';
import type { QuestionId } from './questionnaire';
import type { Reading } from './recognition';

export interface Standing {
  /** The pieces of the message with what they may mean; none where it was not read. */
  readonly readings: readonly Reading[];
  readonly about: ConversationContext;
  /** The open guided advice; absent where none is open. */
  readonly advice?: {
    readonly session: AdviceSession;
    /** The question that waits for an answer; absent where an author has just taken it out. */
    readonly open?: QuestionId;
  };
}
