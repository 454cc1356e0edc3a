import { createFuzzyIndex } from '../../src/matching/fuzzyIndex';
import { aKnowledgeBase, anEntry } from '../helpers/builders';

const knowledge = aKnowledgeBase({
  entries: [
    anEntry('coding.pay', { question: 'Coder pay?', variants: ['coder salary', 'coder wages'] }),
    anEntry('billing.pay', { question: 'Biller pay?', variants: ['biller salary', 'coder wages'] }),
    anEntry('both.demand', {
      question: 'Is it in demand?',
      variants: ['a phrasing so long that nobody types it'],
    }),
  ],
});
const { search } = createFuzzyIndex(knowledge);

describe('createFuzzyIndex', () => {
  it('finds a garbled phrasing, each entry once, best first', () => {
    const found = search('codr salry', 3);
    expect(found[0]?.id).toBe('coding.pay');
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const likeness = found.map(({ similarity }) => similarity);
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
    expect(likeness.every((value) => value > 0 && value <= 1)).toBe(true);
  });

  it('holds a phrasing for like itself, and orders equals by id', () => {
    const [first, second] = search('coder wages', 3);
    expect([first?.id, second?.id]).toEqual(['billing.pay', 'coding.pay']);
    expect(first?.similarity).toBeGreaterThan(0.99);
    expect(second?.similarity).toBe(first?.similarity);
  });

  it('counts against a short text what it leaves uncovered', () => {
    expect(search('coder', 1)[0]!.similarity).toBeLessThan(0.6);
  });

  it.each(['', '  ', '🎉', 'nothing like it', 'x'.repeat(5_000), 'coder salary '.repeat(10)])(
    'finds nothing for %j',
    (text) => expect(search(text, 3)).toEqual([]),
  );

  it('gives no more than asked for', () => {
    expect(search('coder wages', 1)).toHaveLength(1);
  });
});
