import { ownAddress } from '../../src/http/ownAddress';

const asked = { headers: { host: 'bot.internal:3978', 'x-forwarded-proto': 'https' } };

describe('ownAddress', () => {
  it('is what was named, whatever was asked', () => {
    const named = { publicUrl: 'https://bot.example/advisor', proxyHops: 1 };
    expect(ownAddress(asked, named)).toBe('https://bot.example/advisor');
  });

  it('is else what was asked for, over TLS where a proxy of ours says so', () => {
    expect(ownAddress(asked, { publicUrl: undefined, proxyHops: 0 })).toBe('http://bot.internal:3978');
    expect(ownAddress(asked, { publicUrl: undefined, proxyHops: 1 })).toBe('https://bot.internal:3978');
  });
});
