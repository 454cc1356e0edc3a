import { createOriginPolicy } from '../../src/http/callerOrigin';

describe('createOriginPolicy', () => {
  const policy = createOriginPolicy('https://bot.example/advisor', ['https://school.example']);
  const ask = (origin: string | undefined, host = 'bot.internal:3978') =>
    policy({ headers: { origin, host } });

  it.each(['https://bot.example', 'https://school.example', 'http://bot.internal:3978', undefined])(
    'lets %s in',
    (origin) => expect(ask(origin)).toBe(origin),
  );

  it.each([
    'https://evil.example',
    'null',
    '',
    'https://school.example.evil.example',
    'http://bot.internal',
    'x',
  ])('refuses "%s"', (origin) => expect(() => ask(origin)).toThrow('may not use'));
});
