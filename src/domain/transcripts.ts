// What was said, where a channel of ours keeps it so that people find it again.

export interface Transcripts {
  /**
   * Removes what was said so far; for conversations of other channels it does nothing.
   * @param conversationKey as from conversationKey()
   */
  forget(conversationKey: string): Promise<void>;
}
