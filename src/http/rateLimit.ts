// How often something may be done; beyond, a 429 that says when to come back. Counted in this process alone.
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './httpError';

export interface RateLimitOptions {
  /** Of calls in a minute for each key, 1 or more. */
  readonly perMinute: number;
  /** What is said beyond it. */
  readonly message: string;
  /** Keys that are counted at once; beyond, the one that was quiet for longest begins anew. */
  readonly mostKeys?: number;
}

/**
 * @param points what the call counts; 0 only looks whether the key has had more than its calls
 * @throws HttpError 429 where `key` has had its calls of this minute
 */
export type RateLimit = (key: string, points?: number) => Promise<void>;

export function createRateLimit({ perMinute, message, mostKeys = 10_000 }: RateLimitOptions): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  // Strangers choose their keys: neither how many nor how long these are may cost memory.
  const recent = new Set<string>();

  async function remember(key: string): Promise<void> {
    recent.delete(key);
    recent.add(key);
    const [oldest] = recent;
    if (recent.size <= mostKeys || oldest === undefined) return;
    recent.delete(oldest);
    await limiter.delete(oldest);
  }

  return async (name, points = 1) => {
    const key = createHash('sha256').update(name).digest('base64');
    await remember(key);
    try {
      await limiter.consume(key, points);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      // It counts by the time of day, which may have been set back, but forgets by a timer.
      const seconds = Math.min(60, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
      throw new HttpError(429, 'too-many-requests', message, { 'Retry-After': String(seconds) });
    }
  };
}
