// What is kept of a person beside the state of their talk, as the dialogs may count and remove it.

/** How much there is of each kind. */
export interface RecordCounts {
  /** Pages of results that can still be opened. */
  readonly pages: number;
  /** Of the chat on websites, from both sides. */
  readonly messages: number;
  /** Answers that the person has rated. */
  readonly ratings: number;
  /** Ratings that came with a comment. */
  readonly comments: number;
  /** Questions that could not be answered. */
  readonly questions: number;
}

/** Talks are named as by talkKey(). */
export interface Records {
  count(talk: string): Promise<RecordCounts>;
  /**
   * Removes it all, in one step. Two things stay: what is still being answered, and that an answer was rated, without
   * saying by whom.
   */
  forget(talk: string): Promise<void>;
}
