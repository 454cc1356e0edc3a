import { MAX_CANDIDATES, reportOf } from '../../src/domain/turnReport';
import type { Decision } from '../../src/domain/decision';
import { aMatch, aReading, faqId } from '../helpers/builders';

const pay = aMatch(0.9, 'billing.pay');
const demand = aMatch(0.4, 'both.demand');
const thanks = aMatch(0.8, 'chat.thanks');
const answerPay: Decision = { kind: 'answer', ids: [faqId('billing.pay')], match: pay };
const sayThanks: Decision = { kind: 'chat', id: 'chat.thanks', match: thanks };
const fallback: Decision = { kind: 'fallback' };

describe('reportOf', () => {
  it('names what was answered, with its confidence and the candidates, best first', () => {
    expect(reportOf([aReading(pay, demand)], [answerPay])).toEqual({
      decision: 'answer',
      intents: ['billing.pay'],
      confidence: 0.9,
      candidates: [
        { intent: 'billing.pay', confidence: 0.9 },
        { intent: 'both.demand', confidence: 0.4 },
      ],
    });
  });

  it('names both ids of an answer for both roles, and both as candidates', () => {
    const both = aMatch(0.7, 'billing.pay', 'coding.pay');
    const ids = [faqId('billing.pay'), faqId('coding.pay')];
    const report = reportOf([aReading(both)], [{ kind: 'answer', ids, match: both }]);
    expect(report.intents).toEqual(ids);
    expect(report.candidates.map(({ intent }) => intent)).toEqual(ids);
  });

  it('puts what was offered first and names no intent where the bot asked back', () => {
    const offers = [faqId('both.demand')];
    const report = reportOf([aReading(thanks, demand)], [{ kind: 'clarify', offers }]);
    expect(report).toMatchObject({ decision: 'clarify', intents: [], confidence: 0.8 });
    expect(report.candidates.map(({ intent }) => intent)).toEqual(['both.demand', 'chat.thanks']);
  });

  it('sums up a turn of two readings as its weightiest outcome', () => {
    const report = reportOf([aReading(thanks), aReading(pay)], [sayThanks, answerPay]);
    expect(report).toMatchObject({
      decision: 'answer',
      confidence: 0.9,
      intents: ['chat.thanks', 'billing.pay'],
    });
    expect(reportOf([aReading(thanks), aReading()], [sayThanks, fallback]).decision).toBe('chat');
    const cancel: Decision = { kind: 'command', id: 'advice.cancel', match: aMatch(0.9, 'advice.cancel') };
    expect(reportOf([], [sayThanks, cancel])).toMatchObject({
      decision: 'command',
      intents: ['chat.thanks', 'advice.cancel'],
    });
  });

  it('counts a topic that nothing covers as not known', () => {
    const uncovered: Decision = { kind: 'uncovered', role: 'billing', match: aMatch(0.9) };
    expect(reportOf([aReading(aMatch(0.9))], [uncovered])).toEqual({
      decision: 'fallback',
      intents: [],
      confidence: 0.9,
      candidates: [],
    });
  });

  it('reports an empty reading as a fallback with no confidence', () => {
    expect(reportOf([aReading()], [fallback])).toEqual({
      decision: 'fallback',
      intents: [],
      confidence: 0,
      candidates: [],
    });
  });

  it('keeps few candidates', () => {
    const many = Array.from({ length: MAX_CANDIDATES + 2 }, (_, at) =>
      aMatch(0.5 - at / 100, `both.topic${at}`),
    );
    expect(reportOf([aReading(...many)], [fallback]).candidates).toHaveLength(MAX_CANDIDATES);
  });

  it('never holds the words of the person', () => {
    const reading = { ...aReading(pay), text: 'a secret' };
    expect(JSON.stringify(reportOf([reading], [answerPay]))).not.toContain('secret');
  });
});
