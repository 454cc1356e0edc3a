import { decide, isFaqId, MAX_OFFERS } from '../../src/domain/decision';
import type { ChatId } from '../../src/domain/faq';
import { aMatch, aReading, faqId } from '../helpers/builders';

const limits = { answer: 0.6, offer: 0.2 };

describe('decide', () => {
  it('answers from the answer limit on and asks back just below it', () => {
    const best = aMatch(0.6, 'billing.pay');
    expect(decide(aReading(best), limits)).toEqual({ kind: 'answer', ids: ['billing.pay'], match: best });
    expect(decide(aReading(aMatch(0.599, 'billing.pay')), limits)).toEqual({
      kind: 'clarify',
      offers: ['billing.pay'],
      role: 'billing',
    });
  });

  it('answers for both roles where the match has an id for each', () => {
    expect(decide(aReading(aMatch(0.9, 'billing.pay', 'coding.pay')), limits)).toMatchObject({
      kind: 'answer',
      ids: ['billing.pay', 'coding.pay'],
    });
  });

  it('says that nothing covers a topic it understood, also where no role plays a part', () => {
    const attire = { topic: 'attire', ids: [], confidence: 0.9 };
    expect(decide(aReading({ ...attire, role: 'billing' }), limits)).toMatchObject({
      kind: 'uncovered',
      role: 'billing',
    });
    expect(decide(aReading(attire), limits)).toMatchObject({ kind: 'uncovered', role: 'both' });
  });

  it.each([
    ['chat.thanks', 'chat'],
    ['chat.forget-me', 'chat'],
    ['advice.start', 'command'],
    ['advice.back', 'command'],
  ])('tells %s apart as %s', (id, kind) => {
    expect(decide(aReading(aMatch(0.9, id)), limits)).toMatchObject({ kind, id });
  });

  it.each(['advice.start', 'advice.restart', 'advice.cancel', 'advice.back', 'chat.forget-me'])(
    'needs to be surer of %s, which does something, than of what only says something',
    (id) => {
      expect(decide(aReading(aMatch(0.74, id)), limits)).toEqual({ kind: 'fallback' });
      expect(decide(aReading(aMatch(0.74, 'chat.help')), limits)).toMatchObject({ id: 'chat.help' });
      expect(decide(aReading(aMatch(0.75, id)), limits)).toMatchObject({ id });
    },
  );

  it('offers the questions from the offer limit on, best first, and never small talk or a command', () => {
    const reading = aReading(
      aMatch(0.5, 'chat.thanks'),
      aMatch(0.4, 'billing.pay'),
      aMatch(0.3, 'advice.start'),
      aMatch(0.2, 'both.demand'),
      aMatch(0.199, 'coding.attire'),
    );
    expect(decide(reading, limits)).toEqual({ kind: 'clarify', offers: ['billing.pay', 'both.demand'] });
  });

  it('never offers more than a phone shows', () => {
    const pairs = ['pay', 'duties', 'traits'].map((topic) =>
      aMatch(0.4, `billing.${topic}`, `coding.${topic}`),
    );
    expect(decide(aReading(...pairs), limits)).toMatchObject({
      kind: 'clarify',
      offers: { length: MAX_OFFERS },
    });
  });

  it('admits not knowing where nothing can be offered, and passes on what the message resembles', () => {
    expect(decide(aReading(), limits)).toEqual({ kind: 'fallback' });
    const reading = {
      ...aReading(aMatch(0.5, 'chat.help'), aMatch(0.1, 'both.pay')),
      background: 'own-bill',
    };
    expect(decide(reading, limits)).toEqual({ kind: 'fallback', background: 'own-bill' });
  });
});

describe('isFaqId', () => {
  it('knows entries from small talk and commands', () => {
    expect(['billing.pay', 'coding.pay', 'both.pay'].map((id) => isFaqId(faqId(id)))).toEqual([
      true,
      true,
      true,
    ]);
    expect((['chat.help', 'advice.start'] as ChatId[]).map(isFaqId)).toEqual([false, false]);
  });
});
