import type { Response } from 'restify';
import { createRequestIds, requestFields } from '../../src/http/requestId';

/** What a log line gets that is written later on behalf of the request. */
async function fieldsOf(proxyHops: number, header?: string): Promise<{ request?: string }> {
  const headers = header === undefined ? {} : { 'x-request-id': header };
  return new Promise((resolve) => {
    createRequestIds(proxyHops)({ headers }, {} as Response, () => {
      void Promise.resolve().then(() => resolve(requestFields()));
    });
  });
}

describe('createRequestIds', () => {
  it('gives each request an id of its own, and nothing outside of any', async () => {
    const [one, two] = [await fieldsOf(0), await fieldsOf(0)];
    expect(one.request).toMatch(/^[\da-f-]{36}$/);
    expect(two.request).not.toBe(one.request);
    expect(requestFields()).toEqual({});
  });

  it('takes that of a proxy of ours, of nobody else, and only where it is one', async () => {
    expect(await fieldsOf(1, '0af7651916cd43dd')).toEqual({ request: '0af7651916cd43dd' });
    expect((await fieldsOf(0, '0af7651916cd43dd')).request).toMatch(/-.*-/);
    expect((await fieldsOf(1, 'my words, and\tmore')).request).toMatch(/-.*-/);
  });
});
