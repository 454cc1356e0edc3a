import { retryAfter, userOf } from '../../../src/widget/chat/ticket';

const tokenOf = (claims: unknown): string =>
  ['{}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

describe('retryAfter', () => {
  it.each<[string | null | undefined, number | undefined]>([
    ['7', 7000],
    ['0', 0],
    [null, undefined],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('reads %j as %j ms', (header, ms) => expect(retryAfter(header)).toBe(ms));
});

describe('userOf', () => {
  it('is the one that the token names', () => expect(userOf(tokenOf({ user: 'dl_1' }))).toBe('dl_1'));
  it.each(['', 'abc', 'a.b.c', tokenOf({}), tokenOf({ user: 1 })])('is nobody for %j', (token) =>
    expect(userOf(token)).toBeUndefined(),
  );
});
