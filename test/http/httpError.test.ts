import { StorageError } from '../../src/domain/storageError';
import { HttpError, toHttpError } from '../../src/http/httpError';

describe('toHttpError', () => {
  it('lets a refusal through as it is', () => {
    const refusal = new HttpError(413, 'body-too-large', 'The body is too large.');
    expect(toHttpError(refusal)).toBe(refusal);
  });

  it('tells that a database fails as something that passes, and nothing of why', () => {
    const { status, code, headers, body } = toHttpError(new StorageError('relation "secret" is full'));
    expect({ status, code, headers }).toEqual({
      status: 503,
      code: 'storage-unavailable',
      headers: { 'Retry-After': '5' },
    });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('makes a bare 500 of what nobody foresaw', () => {
    expect(toHttpError(new Error('secret'))).toMatchObject({
      status: 500,
      body: { error: { code: 'internal-error', message: 'The server failed on this request.' } },
    });
  });
});
