// How instances that share a database keep out of each other's way, and tell each other what is new.

export interface Coordination {
  /**
   * Runs the job while no other instance runs one of the same key; within this instance the caller sees to that.
   * @throws StorageError where the database cannot say who may, or another instance does not come to an end
   */
  exclusively<T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Tells the other instances that this conversation has something new. */
  announce(conversationId: string): void;
  /** @param listener gets what others announce; without an id where something may have been missed */
  onNews(listener: (conversationId: string | undefined) => void): void;
  /** False while the connection is lost on which all this rests. */
  readonly isConnected: boolean;
}

/** For a database that one process has to itself. */
export const ALONE: Coordination = {
  exclusively: (_, job) => job(),
  announce: () => undefined,
  onNews: () => undefined,
  isConnected: true,
};
