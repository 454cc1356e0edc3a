// What people think of an answer. It is kept with what was answered, and with whose talk it was as long as that may be forgotten.
import type { FaqId } from './faq';

/** A message of the bot that a person can say something about; plain JSON, kept in the state of their talk. */
export interface RatedMessage {
  /** The channel's id of the message. */
  readonly id: string;
  readonly intents: readonly FaqId[];
  /** Whether they have: the first time counts. */
  readonly isRated?: true;
}

export interface Feedback {
  readonly intents: readonly FaqId[];
  readonly reaction: 'like' | 'dislike';
  /** In the person's words, see anonymous.ts. */
  readonly comment?: string;
}

/** Messages back from the newest that can still be rated. */
export const MOST_RATED = 30;
