import { createRateLimit } from '../../src/http/rateLimit';

const limitOf = (perMinute: number, mostKeys?: number) =>
  createRateLimit({ perMinute, message: 'Too much.', mostKeys });

describe('createRateLimit', () => {
  it('refuses the call beyond the limit, and says when to come back', async () => {
    const limit = limitOf(2);
    await limit('one');
    await limit('one');
    const refusal = { status: 429, code: 'too-many-requests', message: 'Too much.' };
    await expect(limit('one')).rejects.toMatchObject(refusal);
    await expect(limit('one')).rejects.toMatchObject({
      headers: { 'Retry-After': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/) as string },
    });
    await expect(limit('another')).resolves.toBeUndefined();
  });

  it('only looks where a call counts nothing', async () => {
    const limit = limitOf(1);
    for (let calls = 0; calls < 5; calls++) await limit('one', 0);
    await limit('one');
    await expect(limit('one', 0)).resolves.toBeUndefined();
    await expect(limit('one')).rejects.toThrow('Too much.');
    await expect(limit('one', 0)).rejects.toThrow('Too much.');
  });

  it('forgets the key that was quiet for longest where there are more than it may count', async () => {
    const limit = limitOf(1, 2);
    await limit('one');
    await limit('two');
    await expect(limit('one')).rejects.toThrow();
    await limit('three');
    await expect(limit('one')).rejects.toThrow();
    await expect(limit('two')).resolves.toBeUndefined();
  });
});
