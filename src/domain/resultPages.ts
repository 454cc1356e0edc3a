// Results that a person can open again, and print, under a link that only they were given.
import type { TextDocument } from './document';

export interface ResultPages {
  /**
   * Keeps the document under a new unguessable link.
   * @param owner the key of one conversation
   * @returns the full address and when it ends; undefined where this bot has no public address
   */
  publish(
    owner: string,
    document: TextDocument,
  ): Promise<{ readonly url: string; readonly expires: Date } | undefined>;
  /** Removes all pages of the owner; their links are dead from then on. */
  forget(owner: string): Promise<void>;
}
