import { randomUUID } from 'node:crypto';
import type { Response } from 'restify';
import { createRequestIds, requestFields } from '../../src/http/requestId';

/** What a log line gets about a request with this header. */
function fieldsOf(proxyHops: number, header?: string): { request: string } {
  const headers = header === undefined ? {} : { 'x-request-id': header };
  // As restify's requests do.
  let own: string | undefined;
  const req = { headers, id: (id?: string) => (own ??= id ?? randomUUID()) };
  createRequestIds(proxyHops)(req, {} as Response, () => undefined);
  return requestFields(req);
}

describe('createRequestIds', () => {
  it('gives each request an id of its own', () => {
    const [one, two] = [fieldsOf(0), fieldsOf(0)];
    expect(one.request).toMatch(/^[\da-f-]{36}$/);
    expect(two.request).not.toBe(one.request);
  });

  it('takes that of a proxy of ours, of nobody else, and only where it is one', () => {
    expect(fieldsOf(1, '0af7651916cd43dd')).toEqual({ request: '0af7651916cd43dd' });
    expect(fieldsOf(0, '0af7651916cd43dd').request).toMatch(/-.*-/);
    expect(fieldsOf(1, 'my words, and\tmore').request).toMatch(/-.*-/);
  });
});
