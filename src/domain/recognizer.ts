// The matcher as dialogs know it: an interface, so that they need not know how matching is done, nor in which thread.
import type { ConversationContext } from './conversationContext';
import type { AdviceReading, AnswerReading } from './adviceReading';
import type { FaqId } from './faq';
import type { Choosable, Question } from './questionnaire';
import type { Recognition } from './recognition';
import type { Thresholds } from './thresholds';

/** At once or later, as the one who answers likes; `await` takes either. */
export type Awaitable<T> = T | Promise<T>;

export interface Recognizer {
  readonly thresholds: Thresholds;
  /** Deterministic. Rejects only where the matcher runs in a thread of its own, and that has ended. */
  readonly recognize: (text: string, context: ConversationContext) => Awaitable<Recognition>;
  /** What the text answers to a question or an offer; undefined where it is no answer to it. */
  readonly readAnswer: (question: Choosable, text: string) => Awaitable<AnswerReading | undefined>;
  /** What the text tells in the guided advice, to the open question and to all others. */
  readonly readAdvice: (open: Question | undefined, text: string) => Awaitable<AdviceReading>;
  /** Entries whose question may be what is being typed, best first, at most five; none for too little or a strange text. */
  readonly suggest: (text: string) => Awaitable<readonly FaqId[]>;
  /** The text without names of people, see names.ts. @param names that are known to be some */
  readonly withoutNames: (text: string, names: readonly string[]) => Awaitable<string>;
}

/** The matcher in the same thread: it answers at once, in a millisecond or so, and never throws. */
export interface SyncRecognizer extends Recognizer {
  readonly recognize: (text: string, context: ConversationContext) => Recognition;
  readonly readAnswer: (question: Choosable, text: string) => AnswerReading | undefined;
  readonly readAdvice: (open: Question | undefined, text: string) => AdviceReading;
  readonly suggest: (text: string) => readonly FaqId[];
  readonly withoutNames: (text: string, names: readonly string[]) => string;
}
