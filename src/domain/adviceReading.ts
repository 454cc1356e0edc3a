// What a typed message means in the guided advice: values made by src/matching, read by dialogs.
import type { OptionId, QuestionId } from './questionnaire';

/** What a message means as an answer to one question. */
export type AnswerReading =
  | {
      readonly kind: 'option';
      readonly option: OptionId;
      /** How much of the message is the option: all of it, so that it can be nothing else; a clause; or some words. */
      readonly in: 'message' | 'clause' | 'words';
    }
  | { readonly kind: 'skip' }
  | { readonly kind: 'why' }
  /** An objection to what was noted last. */
  | { readonly kind: 'wrong' };

/** An option that a message carries, whatever question was asked. */
export interface Statement {
  readonly question: QuestionId;
  readonly option: OptionId;
  /** The person's own figure, in dollars an hour, where they named one. */
  readonly amount?: number;
}

export interface AdviceReading {
  /** What it says to the open question; absent where there is none, or where it says nothing to it. */
  readonly answer?: AnswerReading;
  /** What it says to any question, the open one first; at most one option a question. */
  readonly statements: readonly Statement[];
  /** Part of it, or all of it, is put as a question: that is to be answered, not noted. */
  readonly asks: boolean;
  /** It takes something back that was said before: "no wait, actually ...". */
  readonly corrects: boolean;
  /** The questions that it names, as in "change my answer about pay". */
  readonly named: readonly QuestionId[];
}
