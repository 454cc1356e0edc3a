// How often something may be done; beyond, a 429 that says when to come back.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './httpError';

export interface RateLimitOptions {
  /** Of calls in a minute for each key, 1 or more. */
  readonly perMinute: number;
  /** What is said beyond it. */
  readonly message: string;
}

/** @throws HttpError 429 where `key` has had its calls of this minute */
export type RateLimit = (key: string) => Promise<void>;

export function createRateLimit({ perMinute, message }: RateLimitOptions): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new HttpError(429, 'too-many-requests', message, { 'Retry-After': String(seconds) });
    }
  };
}
