import { rememberLast } from '../../src/matching/rememberLast';

/** Counts how often each list of words was computed. */
function aMemory(most: number) {
  const computed: string[] = [];
  const read = rememberLast(most, (words) => {
    computed.push(words.join(' '));
    return { words };
  });
  return { computed, read: (text: string) => read(text === '' ? [] : text.split(' ')) };
}

describe('rememberLast', () => {
  it('computes once what is asked for twice, and gives the same', () => {
    const { computed, read } = aMemory(2);
    expect(read('a b')).toBe(read('a b'));
    expect(computed).toEqual(['a b']);
  });

  it('forgets first what came first', () => {
    const { computed, read } = aMemory(2);
    for (const text of ['a', 'b', 'a', 'c', 'b', 'a']) read(text);
    expect(computed).toEqual(['a', 'b', 'c', 'a']);
  });

  it('hands on the words as they are, also none', () => {
    const { read } = aMemory(1);
    expect(read('')).toEqual({ words: [] });
  });
});
