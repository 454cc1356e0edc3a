// What an HTTP caller is told when a request is refused: a status, a code and a plain sentence, never a reason from inside.
import { isStorageFailure } from '../domain/storageError';

/** A refusal that may be shown to any caller. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  /**
   * @param status 400..599
   * @param code for programs, in kebab-case
   * @param message for people; must not repeat what the caller sent
   * @param headers to send along, as `Retry-After`
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  get body(): { readonly error: { readonly code: string; readonly message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}

/** The refusal for anything thrown on the way of a request; what nobody foresaw becomes a bare 500. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (isStorageFailure(error)) return storageUnavailable();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 404) return notFound();
  if (status === 405)
    return new HttpError(405, 'method-not-allowed', 'This address does not take this method.');
  return new HttpError(500, 'internal-error', 'The server failed on this request.');
}

export const notFound = (): HttpError => new HttpError(404, 'not-found', 'There is nothing at this address.');

/** A full disk or a database that is away ends by itself as a rule; nothing that was not stored is ever acknowledged. */
const storageUnavailable = (): HttpError =>
  new HttpError(
    503,
    'storage-unavailable',
    'The server cannot read or store anything just now. Please try again in a moment.',
    { 'Retry-After': '5' },
  );

export const stopping = (): HttpError =>
  new HttpError(503, 'closing', 'The server is stopping.', { 'Retry-After': '5' });
