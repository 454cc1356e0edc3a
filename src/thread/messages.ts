// What the threads say to each other. Values only: everything here is copied by structured clone.
import type { ConversationContext } from '../domain/conversationContext';
import type { AdviceReading, AnswerReading } from '../domain/adviceReading';
import type { FaqId } from '../domain/faq';
import type { Choosable, QuestionId } from '../domain/questionnaire';
import type { Recognition } from '../domain/recognition';
import type { Thresholds } from '../domain/thresholds';
import type { CarriedError } from './carriedError';
import type { KnowledgeHead, KnowledgePage } from './pages';

/** What the matcher's thread needs to begin. */
export interface MatcherSource {
  readonly knowledgeDir: string;
  /** The trained matcher is kept there; `:memory:` keeps nothing. */
  readonly dataDir: string;
}

/** What the matcher's thread can be asked. */
export interface MatcherMethods {
  readonly recognize: (text: string, context: ConversationContext) => Recognition;
  readonly readAnswer: (question: Choosable, text: string) => AnswerReading | undefined;
  /** The thread has the question itself, with all that may be answered to it, which would take long to copy. */
  readonly readAdvice: (open: QuestionId | undefined, text: string) => AdviceReading;
  readonly suggest: (text: string) => readonly FaqId[];
  readonly withoutNames: (text: string, names: readonly string[]) => string;
  /** A part of what the bot says: 0 is the first of the `pages` that the head tells. */
  readonly page: (at: number) => KnowledgePage;
}

export type Method = keyof MatcherMethods;

export interface Request {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Response =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: CarriedError };

/** The thread's own words on its way to work; after `ready` or `failed` it only answers requests. */
export type Progress =
  | { readonly kind: 'training' }
  | { readonly kind: 'ready'; readonly thresholds: Thresholds; readonly head: KnowledgeHead }
  | { readonly kind: 'failed'; readonly error: CarriedError };

export type FromMatcher = Progress | ({ readonly kind: 'response' } & Response);
