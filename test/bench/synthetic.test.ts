import { firstOf, sampled } from '../../bench/datasets';
import { PHRASINGS, syntheticKnowledge } from '../../bench/synthetic';

describe('syntheticKnowledge', () => {
  const { train, test: heldOut } = syntheticKnowledge(200);

  it('is the same for the same seed, and another for another', () => {
    expect(syntheticKnowledge(200)).toEqual({ train, test: heldOut });
    expect(syntheticKnowledge(200, 1).train).not.toEqual(train);
  });

  it('has as many phrasings of each entry as it says, and holds one out', () => {
    const counts = new Map<string, number>();
    for (const { intent } of train) counts.set(intent, (counts.get(intent) ?? 0) + 1);
    expect(counts.size).toBe(200);
    expect(new Set(counts.values())).toEqual(new Set([PHRASINGS]));
    expect(new Set(heldOut.map(({ intent }) => intent)).size).toBe(200);
  });

  it('holds out nothing that is learned, and fills every slot', () => {
    const learned = new Set(train.map(({ text }) => text));
    expect(heldOut.filter(({ text }) => learned.has(text))).toEqual([]);
    expect([...train, ...heldOut].filter(({ text }) => /[A-Z]|undefined/.test(text))).toEqual([]);
  });

  it('holds out 1,000 phrasings at most', () => {
    const large = syntheticKnowledge(1_200);
    expect(large.train).toHaveLength(12_000);
    expect(large.test).toHaveLength(1_000);
  });

  it('gives neighbours words in common that others lack', () => {
    const wordsOf = (entry: number) => {
      const own = train.filter(({ intent }) => intent === `entry-${entry}`);
      return new Set(own.flatMap(({ text }) => text.split(' ')));
    };
    const distant = wordsOf(150);
    const shared = [...wordsOf(0)].filter((word) => wordsOf(1).has(word) && !distant.has(word));
    expect(shared.length).toBeGreaterThanOrEqual(2);
    expect([...wordsOf(0)].filter((word) => !wordsOf(1).has(word)).length).toBeGreaterThanOrEqual(2);
  });
});

describe('firstOf', () => {
  const examples = (intents: string) =>
    [...intents].map((intent, at) => ({ text: `${intent}${at}`, intent }));

  it('keeps the first phrasings of the first intents, and what is out of scope', () => {
    const none = { text: 'x', intent: 'none' };
    const { train, dev, test } = firstOf(
      { train: examples('cbabacab'), dev: [...examples('abc'), none], test: [...examples('cc'), none] },
      2,
      2,
    );
    expect(train.map(({ intent }) => intent).join('')).toBe('baba');
    expect(dev).toEqual([...examples('ab'), none]);
    expect(test).toEqual([none]);
  });
});

test('sampled draws the same of dev and test each time, and leaves what is small', () => {
  const examples = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ text: `${at}`, intent: 'a' }));
  const split = { train: examples(50), dev: examples(5), test: examples(40) };
  const drawn = sampled(split, 10);
  expect(drawn).toEqual(sampled(split, 10));
  expect(drawn.train).toBe(split.train);
  expect(drawn.dev).toBe(split.dev);
  expect(new Set(drawn.test)).toHaveProperty('size', 10);
  expect(sampled(split, Infinity)).toEqual(split);
});
