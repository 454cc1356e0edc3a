// The two limits that turn a confidence into a decision.

export interface Thresholds {
  /** From this confidence on (0..1) the bot answers. */
  readonly answer: number;
  /** From this confidence on, and below `answer`, it offers the question as a "did you mean". */
  readonly offer: number;
}
