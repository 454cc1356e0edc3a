// What a store throws where its database fails, so that everybody can tell it from a fault of their own.

/** The database could not read or write, for now: what was to be done is not done, and may be done later. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Whether the database is what failed, also where the SDK's dialogs have put the error into one of theirs. */
export const isStorageFailure = (error: unknown): boolean =>
  error instanceof StorageError ||
  (error instanceof Error && 'error' in error && error.error instanceof StorageError);
