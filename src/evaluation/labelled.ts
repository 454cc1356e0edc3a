// Labelled utterances as values; the command line reads them from files.

/** What a person might say to the bot, with what it should be answered by. */
export interface LabelledUtterance {
  readonly text: string;
  /** Ids that answer it; empty where "I don't know" is right. */
  readonly intents: readonly string[];
  /** How it is written (clean, messy), or how far from the subject it is (near, far). */
  readonly kind: string;
}

export interface LabelledConversation {
  readonly turns: readonly LabelledUtterance[];
}

/** The label of a text that none of the intents answers. */
export { OUT_OF_SCOPE } from '../matching/textMatcher';

/** A line of anyone's data set: one label, or `OUT_OF_SCOPE`. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string;
}

/** A message in the guided advice, with every option that it tells. */
export interface LabelledStatement {
  readonly text: string;
  /** The question that stands open; null before the first. */
  readonly asked: string | null;
  /** Option by question; empty where it tells nothing. */
  readonly means: Readonly<Record<string, string>>;
}
