import { HttpError } from '../../src/http/httpError';
import { createRateLimit } from '../../src/http/rateLimit';

const HOUR = 60 * 60 * 1000;

afterEach(() => jest.restoreAllMocks());

describe('createRateLimit, while the clock is set', () => {
  it.each([HOUR, -HOUR])('keeps nobody out for longer than a minute, by %d ms', async (jump) => {
    const limit = createRateLimit({ perMinute: 1, message: 'Too many.' });
    await limit('ann');
    const set = Date.now() + jump;
    jest.spyOn(Date, 'now').mockImplementation(() => set);
    const refusal: unknown = await limit('ann')
      .then(() => limit('ann'))
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HttpError);
    const { headers } = refusal as HttpError;
    expect(Number(headers['Retry-After'])).toBeGreaterThanOrEqual(1);
    expect(Number(headers['Retry-After'])).toBeLessThanOrEqual(60);
  });
});
