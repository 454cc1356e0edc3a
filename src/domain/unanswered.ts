// Questions that the bot could not answer, kept for whoever writes its knowledge.

/** Plain JSON; a "did you mean" keeps it until it is known whether that led anywhere. */
export interface UnansweredQuestion {
  /** Without what could tell who asked, see anonymous.ts and names.ts. */
  readonly text: string;
  /** The channel's id of the message; absent where the channel gives none. */
  readonly message?: string;
}

/** Talks are named as by talkKey(). */
export interface UnansweredQuestions {
  /** The same of the same message is kept once. */
  keep(talk: string, question: UnansweredQuestion): Promise<void>;
  /** Removes what a message asked, which its author has deleted or changed. */
  takeBack(talk: string, message: string): Promise<void>;
}

/** Characters that are kept of a question; what is longer tells a story, and is cut. */
export const MOST_UNANSWERED = 300;
