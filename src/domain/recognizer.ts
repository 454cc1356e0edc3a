// The matcher as dialogs know it: an interface, so that they need not know how matching is done.
import type { ConversationContext } from './conversationContext';
import type { AnswerReading, Question, Questionnaire } from './questionnaire';
import type { Recognition } from './recognition';
import type { Thresholds } from './thresholds';

export interface Recognizer {
  readonly thresholds: Thresholds;
  /** Never throws; deterministic. Takes well under a millisecond. */
  readonly recognize: (text: string, context: ConversationContext) => Recognition;
  /** What the text answers to a question of the guided advice; undefined where it is no answer to it. */
  readonly readAnswer: (
    questionnaire: Questionnaire,
    question: Question,
    text: string,
  ) => AnswerReading | undefined;
}
