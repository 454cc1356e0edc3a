import * as fc from 'fast-check';
import { examplesOf, isNone, NONE, topicOf } from '../../src/matching/topics';
import { aChat, aKnowledgeBase, anEntry } from '../helpers/builders';

describe('topicOf', () => {
  it.each([
    ['billing.pay', 'pay'],
    ['coding.pay', 'pay'],
    ['both.right-for-me', 'right-for-me'],
    ['advice.start', 'right-for-me'],
    ['advice.back', 'advice.back'],
    ['chat.help', 'chat.help'],
    ['none:own-bill', 'none:own-bill'],
  ])('reads %s as %s', (id, topic) => expect(topicOf(id)).toBe(topic));

  it('gives a text for any label, names of object properties too', () => {
    const label = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'both.constructor'),
    );
    fc.assert(fc.property(label, (id) => id.endsWith(topicOf(id)) || topicOf(id) === id.split('.')[1]));
  });
});

describe('examplesOf', () => {
  it('labels every phrasing with its id, questions among them, and background apart from what is answered', () => {
    const knowledge = aKnowledgeBase({
      entries: [anEntry('billing.pay', { question: 'Pay?', variants: ['biller pay'] })],
      chat: [aChat('chat.help', ['help'])],
      background: [{ id: 'own-bill', utterances: ['my bill'] }],
    });
    const examples = examplesOf(knowledge);
    expect(examples).toEqual([
      { text: 'Pay?', id: 'billing.pay' },
      { text: 'biller pay', id: 'billing.pay' },
      { text: 'help', id: 'chat.help' },
      { text: 'my bill', id: `${NONE}own-bill` },
    ]);
    expect(examples.map(({ id }) => isNone(id))).toEqual([false, false, false, true]);
  });
});
