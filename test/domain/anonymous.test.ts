import { anonymous } from '../../src/domain/anonymous';

describe('anonymous', () => {
  it.each([
    ['write to ann.lee+x@mail.school.example, please', 'write to [e-mail] please'],
    ['call +1 (555) 010-9999 now', 'call [number] now'],
    ['see https://social.example/ann?x=1 or www.ann.example', 'see [link] or [link]'],
    ['I am @ann_lee there', 'I am [account] there'],
    ['born 12/3/1990.', 'born [number].'],
    ['It was clear, thanks', 'It was clear, thanks'],
    ['', ''],
  ])('takes out of "%s" what could tell who it is', (text, rest) => {
    expect(anonymous(text)).toBe(rest);
  });

  it('is quick with what looks like an address all the way', () => {
    const start = performance.now();
    anonymous('a@'.repeat(500) + '1 '.repeat(500) + '('.repeat(1000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
