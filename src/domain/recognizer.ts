// The matcher as dialogs know it: an interface, so that they need not know how matching is done, nor in which thread.
import type { ConversationContext } from './conversationContext';
import type { AnswerReading, Question } from './questionnaire';
import type { Recognition } from './recognition';
import type { Thresholds } from './thresholds';

/** At once or later, as the one who answers likes; `await` takes either. */
export type Awaitable<T> = T | Promise<T>;

export interface Recognizer {
  readonly thresholds: Thresholds;
  /** Deterministic. Rejects only where the matcher runs in a thread of its own, and that has ended. */
  readonly recognize: (text: string, context: ConversationContext) => Awaitable<Recognition>;
  /** What the text answers to a question of the guided advice; undefined where it is no answer to it. */
  readonly readAnswer: (question: Question, text: string) => Awaitable<AnswerReading | undefined>;
}

/** The matcher in the same thread: it answers at once, in well under a millisecond, and never throws. */
export interface SyncRecognizer extends Recognizer {
  readonly recognize: (text: string, context: ConversationContext) => Recognition;
  readonly readAnswer: (question: Question, text: string) => AnswerReading | undefined;
}
