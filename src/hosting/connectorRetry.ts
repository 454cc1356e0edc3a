// Sends again what a channel's connector could not take for the moment, in place of the SDK's own retries, which leave
// out 412 and read Retry-After of 429 and 503 alone.
import {
  retryPolicy,
  type Pipeline,
  type PipelinePolicy,
  type RetryStrategy,
} from '@azure/core-rest-pipeline';
import type { Middleware, TurnContext } from 'botbuilder';
import { deadlineSignal } from './deadline';

export interface ConnectorRetryOptions {
  /** Longest wait before the second try in milliseconds, 1 or more; it doubles with each further one. */
  readonly firstDelayMs: number;
  /** Where the connector asks for a longer wait than this many milliseconds, the activity is given up at once. */
  readonly longestWaitMs: number;
  /** Called for each further try. */
  readonly onRetry?: () => void;
  /** Called for what is given up, or refused for good. */
  readonly onFailure?: () => void;
}

/** With a first wait of half a second, the last of five tries comes after 4 to 8 seconds. */
const MOST_RETRIES = 4;

/** Teams asks to repeat after 412, 429, 502 and 504; the SDK repeats after 408, 500 and 503 too. */
const REFUSED_FOR_NOW: readonly number[] = [408, 412, 429, 500, 502, 503, 504];

/** The connection did not come about or broke, as far as the SDK repeats that. */
const NOT_REACHED: readonly unknown[] = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT'];

/** The SDK's own policy, which it cannot be told to leave out: it ignores its option noRetryPolicy. */
const SDK_POLICY = 'defaultRetryPolicy';

/**
 * Middleware for all that the bot sends, changes or deletes through the connector. Each is one request, so an activity
 * that was taken is not sent again with the next, and their order stays.
 */
export function createConnectorRetry(options: ConnectorRetryOptions): Middleware {
  const policy = retryPolicy([createStrategy(options)], { maxRetries: MOST_RETRIES });
  return {
    async onTurn(context, next) {
      const { adapter, turnState } = context;
      const { pipeline } = turnState.get<ConnectorInternals>(adapter.ConnectorClientKey).client;
      pipeline.removePolicy({ name: SDK_POLICY });
      pipeline.addPolicy(withReports(withSignal(policy, context), options), { phase: 'Retry' });
      await next();
    },
  };
}

/** What the SDK's type of a connector's client does not show. */
interface ConnectorInternals {
  readonly client: { readonly pipeline: Pipeline };
}

/** Ends a try, and the wait for the next, with the deadline of whoever sends. */
const withSignal = (policy: PipelinePolicy, context: TurnContext): PipelinePolicy => ({
  name: policy.name,
  sendRequest(request, next) {
    request.abortSignal ??= deadlineSignal(context);
    return policy.sendRequest(request, next);
  },
});

const withReports = (
  policy: PipelinePolicy,
  { onRetry, onFailure }: ConnectorRetryOptions,
): PipelinePolicy => ({
  name: policy.name,
  async sendRequest(request, next) {
    let tries = 0;
    try {
      const response = await policy.sendRequest(request, (again) => {
        if (tries > 0) onRetry?.();
        tries += 1;
        return next(again);
      });
      if (response.status >= 400) onFailure?.();
      return response;
    } catch (error) {
      onFailure?.();
      throw error;
    }
  },
});

const createStrategy = ({ firstDelayMs, longestWaitMs }: ConnectorRetryOptions): RetryStrategy => ({
  name: 'connectorRetry',
  retry({ retryCount, response, responseError }) {
    const isWorthIt = response
      ? REFUSED_FOR_NOW.includes(response.status)
      : NOT_REACHED.includes(responseError?.code);
    const asked = readRetryAfter(response?.headers.get('Retry-After'));
    if (!isWorthIt || asked > longestWaitMs) return { skipStrategy: true };
    // Between half and all of it, so that bots refused together do not come back together.
    return { retryAfterInMs: asked + firstDelayMs * 2 ** retryCount * (0.5 + Math.random() / 2) };
  },
});

/** Milliseconds from now; 0 when there is none that can be read. It comes as seconds or as a date. */
function readRetryAfter(value = ''): number {
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Math.max(0, milliseconds || 0);
}
