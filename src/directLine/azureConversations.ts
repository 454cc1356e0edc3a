// Conversations at Azure's Direct Line: our server exchanges the secret for tokens, and the page never sees it.
import { z } from 'zod';
import { HttpError } from '../http/httpError';
import type { Access, Conversations } from './conversations';

export interface AzureOptions {
  /** Of Azure's Direct Line, without a path. */
  readonly origin: string;
  readonly secret: () => string;
  /** Milliseconds to wait for an answer. */
  readonly timeoutMs?: number;
}

const ENDED = [403, 404, 410];

const azureAnswer = z.object({
  conversationId: z.string().min(1),
  token: z.string().min(1),
  expires_in: z.number().positive(),
});

/** Methods throw an HttpError 502 where Azure refuses, fails or does not answer; it holds nothing of Azure's answer. */
export function createAzureConversations({
  origin,
  secret,
  timeoutMs = 10_000,
}: AzureOptions): Conversations {
  const domain = `${origin}/v3/directline`;

  async function call(path: string, init: RequestInit): Promise<Response> {
    const headers = { Authorization: `Bearer ${secret()}`, 'Content-Type': 'application/json' };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      // A redirect would take the secret to wherever it leads.
      return await fetch(`${domain}${path}`, { ...init, headers, signal, redirect: 'error' });
    } catch (cause) {
      throw unavailable('Azure does not answer', cause);
    }
  }

  async function accessIn(response: Response): Promise<Access> {
    const body: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
    const parsed = azureAnswer.safeParse(body);
    if (!parsed.success) throw unavailable(`Azure answered ${response.status}`);
    const { conversationId, token, expires_in } = parsed.data;
    return { conversationId, token, expiresIn: expires_in, domain };
  }

  return {
    async open(userId, page) {
      const body = JSON.stringify({
        user: { id: userId },
        ...(page !== undefined && { trustedOrigins: [page] }),
      });
      return accessIn(await call('/tokens/generate', { method: 'POST', body }));
    },
    async resume({ conversationId }) {
      const response = await call(`/conversations/${encodeURIComponent(conversationId)}`, { method: 'GET' });
      // Conversations end at Azure after a while; what is not known there any more cannot be taken up again.
      if (ENDED.includes(response.status)) return undefined;
      return accessIn(response);
    },
  };
}

function unavailable(reason: string, cause?: unknown): HttpError {
  const error = new HttpError(502, 'chat-unavailable', 'The chat service cannot be reached just now.');
  error.cause = cause ?? new Error(reason);
  return error;
}
