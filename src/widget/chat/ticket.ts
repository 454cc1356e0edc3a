// What the server gives who wants to talk: a token for a short while, and a ticket to come back with.

export interface Ticket {
  readonly conversationId: string;
  /** For Direct Line, for `expires_in` seconds. */
  readonly token: string;
  /** To be kept: gets another token for the same conversation, also days later. */
  readonly resume?: string;
  /** Of Direct Line where it is not our own server. */
  readonly domain?: string;
  /** Whether the conversation of the ticket goes on; otherwise it is a new one. */
  readonly resumed: boolean;
}

/** A call that may be made again, after `ms` milliseconds where the server said so. */
export class NotNow extends Error {
  override readonly name = 'NotNow';

  constructor(readonly ms: number | undefined) {
    super('the server takes no call now');
  }
}

const TIMEOUT_MS = 10_000;

/**
 * @param base address of the bot without a slash at its end
 * @throws NotNow where there is no answer, or none that helps; the next attempt may succeed
 */
export async function requestTicket(base: string, resume: string | undefined): Promise<Ticket> {
  const response = await fetch(`${base}/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ resume }),
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined);
  if (!response?.ok) throw new NotNow(retryAfter(response?.headers.get('Retry-After')));
  const answer = (await response.json().catch(() => undefined)) as Partial<Ticket> | undefined;
  if (typeof answer?.token !== 'string' || typeof answer.conversationId !== 'string')
    throw new NotNow(undefined);
  const { conversationId, token, domain } = answer;
  return { conversationId, token, domain, resume: answer.resume, resumed: answer.resumed === true };
}

/** Milliseconds of a `Retry-After` in seconds; undefined for anything else. */
export function retryAfter(header: string | null | undefined): number | undefined {
  return header && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : undefined;
}

/** The user that a token of Direct Line speaks for; undefined where it does not say. */
export function userOf(token: string): string | undefined {
  try {
    const claims = token.split('.')[1] ?? '';
    const { user } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { user?: unknown };
    return typeof user === 'string' ? user : undefined;
  } catch {
    return undefined;
  }
}
