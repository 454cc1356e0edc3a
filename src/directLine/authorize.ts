// The token of a call: 401 without one, 403 with one that does not open this conversation, as clients of Direct Line expect.
import type { IncomingMessage } from 'node:http';
import { HttpError } from '../http/httpError';
import type { Party, Tokens } from './tokens';

/**
 * @param conversationId the one that is called for, where the address names one
 * @throws HttpError 401 or 403; a client asks for a new token after the latter
 */
export async function authorize(
  { headers }: Pick<IncomingMessage, 'headers'>,
  tokens: Tokens,
  conversationId?: string,
): Promise<Party> {
  const [, token] = /^Bearer ([\w.-]{1,2000})$/.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) {
    throw new HttpError(401, 'token-missing', 'This call needs a token.', { 'WWW-Authenticate': 'Bearer' });
  }
  const party = await tokens.read('access', token);
  if (party === 'expired') throw new HttpError(403, 'token-expired', 'The token has expired.');
  if (party === 'invalid' || (conversationId !== undefined && party.conversationId !== conversationId)) {
    throw new HttpError(403, 'token-invalid', 'The token does not open this conversation.');
  }
  return party;
}

export const ended = (): HttpError =>
  new HttpError(404, 'conversation-ended', 'This conversation has ended.');
