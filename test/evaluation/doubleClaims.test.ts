import type { CrossJudged } from '../../src/evaluation/crossValidation';
import { claimedByAnother, sameWordsUnderTwo } from '../../src/evaluation/doubleClaims';

const claimsOf = (...examples: (readonly [id: string, text: string])[]) =>
  sameWordsUnderTwo(
    examples.map(([id, text]) => ({ id, text })),
    examples.map(([, text]) => text.split(' ')),
  ).map(({ id, other, strength }) => [id, other.id, strength]);

describe('sameWordsUnderTwo', () => {
  it('names phrasings of two topics with nearly the same words, most alike first', () => {
    expect(
      claimsOf(
        ['both.pay', 'is it a good job now'],
        ['both.outlook', 'is it a good job'],
        ['both.demand', 'job good a it is'],
      ),
    ).toEqual([
      ['both.outlook', 'both.demand', 1],
      ['both.pay', 'both.outlook', 5 / 6],
      ['both.pay', 'both.demand', 5 / 6],
    ]);
  });

  it('leaves one topic of two roles in peace, and the advice beside "which is right for me"', () => {
    expect(claimsOf(['billing.pay', 'xqx pay'], ['coding.pay', 'xqx pay'])).toEqual([]);
    expect(claimsOf(['both.right-for-me', 'which one'], ['advice.start', 'which one'])).toEqual([]);
  });

  it('lets background be close, but not the same', () => {
    const near = ['both.difficulty', 'is it hard to learn'] as const;
    expect(claimsOf(near, ['none:other', 'is it hard to learn welding'])).toEqual([]);
    expect(claimsOf(near, ['none:other', 'is it hard to learn'])).toHaveLength(1);
    expect(claimsOf(['none:one', 'same words'], ['none:two', 'same words'])).toEqual([]);
  });
});

describe('claimedByAnother', () => {
  const judged = (text: string, given: Partial<CrossJudged>): CrossJudged => ({
    text,
    id: 'billing.pay',
    intents: ['billing.pay'],
    kind: 'phrasing',
    verdict: 'wrong',
    answered: ['both.outlook'],
    best: { confidence: 0.8, right: false },
    bestId: 'both.outlook',
    ...given,
  });

  it('names those that another topic answered, surest first', () => {
    const claims = claimedByAnother([
      judged('mild', {}),
      judged('right', { verdict: 'right', best: { confidence: 0.9, right: true } }),
      judged('only offered', { verdict: 'offered' }),
      judged('other role, same topic', { best: { confidence: 0.9, right: true } }),
      judged('sure', { best: { confidence: 0.95, right: false } }),
    ]);
    expect(claims.map(({ text, strength }) => [text, strength])).toEqual([
      ['sure', 0.95],
      ['mild', 0.8],
    ]);
    expect(claims[0]!.other).toEqual({ id: 'both.outlook' });
  });
});
