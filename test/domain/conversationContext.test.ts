import { advance, NO_CONTEXT } from '../../src/domain/conversationContext';
import type { Decision } from '../../src/domain/decision';
import type { Match } from '../../src/domain/recognition';
import { aMatch, faqId } from '../helpers/builders';

const answer = (match: Match): Decision => ({ kind: 'answer', ids: match.ids.map(faqId), match });
const billingPay = answer(aMatch(0.9, 'billing.pay'));

describe('advance', () => {
  it('remembers role and topic of the last answer', () => {
    expect(advance(NO_CONTEXT, [billingPay, answer(aMatch(0.9, 'coding.traits'))])).toEqual({
      role: 'coding',
      topic: 'traits',
      answered: ['billing.pay', 'coding.traits'],
      topics: ['pay', 'traits'],
    });
  });

  it('remembers what was asked, also where the sources say nothing on it', () => {
    const match = { topic: 'attire', ids: [], role: 'billing', confidence: 0.9 } as const;
    expect(advance(NO_CONTEXT, [{ kind: 'uncovered', role: 'billing', match }])).toEqual({
      role: 'billing',
      topic: 'attire',
    });
  });

  it('keeps the role through an answer that is about neither', () => {
    const demand = answer({ topic: 'demand', ids: [faqId('both.demand')], confidence: 0.9 });
    expect(advance({ role: 'coding', topic: 'pay' }, [demand])).toEqual({
      role: 'coding',
      topic: 'demand',
      answered: ['both.demand'],
    });
  });

  it('takes an answer for both roles side by side as being about both', () => {
    expect(advance(NO_CONTEXT, [answer(aMatch(0.9, 'billing.pay', 'coding.pay'))]).role).toBe('both');
  });

  it('remembers every topic of an answer to two questions, until the next answer', () => {
    const both = advance(NO_CONTEXT, [
      answer(aMatch(0.9, 'coding.pay')),
      answer(aMatch(0.9, 'coding.duties')),
    ]);
    expect(both).toEqual({
      role: 'coding',
      topic: 'duties',
      answered: ['coding.pay', 'coding.duties'],
      topics: ['pay', 'duties'],
    });
    expect(advance(both, [answer(aMatch(0.9, 'coding.traits'))])).toEqual({
      role: 'coding',
      topic: 'traits',
      answered: ['coding.traits'],
    });
  });

  it('takes over the role that a "did you mean" is about, and keeps the topic', () => {
    const unsure: Decision = { kind: 'clarify', offers: [faqId('coding.duties')], role: 'coding' };
    expect(advance({ role: 'billing', topic: 'pay' }, [unsure])).toEqual({ role: 'coding', topic: 'pay' });
  });

  it.each<Decision>([
    { kind: 'chat', id: 'chat.thanks', match: aMatch(0.9, 'chat.thanks') },
    { kind: 'command', id: 'advice.cancel', match: aMatch(0.9, 'advice.cancel') },
    { kind: 'clarify', offers: [faqId('both.demand')] },
    { kind: 'fallback', background: 'own-bill' },
  ])('stays as it was after $kind', (decision) => {
    const before = { role: 'billing', topic: 'pay' } as const;
    expect(advance(before, [decision])).toEqual(before);
  });
});
