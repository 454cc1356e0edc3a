// What the stores throw where the database fails, so that others can tell it from a fault of their own.

/** The database could not read or write, for now: what was to be done is not done, and may be done later. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError';
}
