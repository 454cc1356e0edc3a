// What the matcher must reach on utterances that it did not learn from; the quality gate holds it to them. Shares, 0..1.

export const TARGETS = {
  /** Answered right, at least. */
  clean: 0.92,
  messy: 0.86,
  followUps: 0.82,
  /** What the article does not answer. */
  extended: 0.88,
  /** Out of scope and answered all the same, at most. */
  outOfScopeAnswered: 0.05,
} as const;
