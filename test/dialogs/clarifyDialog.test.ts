// "Did you mean ...?": what may be said to it, with offers that the test chooses.
import type { FaqId } from '../../src/domain/faq';
import type { Match } from '../../src/domain/recognition';
import type { Recognizer } from '../../src/domain/recognizer';
import { buttonsOf, textOf } from '../helpers/conversationReader';
import { startConversation, type Conversation } from '../helpers/conversation';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();
const OFFERS = ['billing.pay', 'coding.duties', 'both.remote'] as FaqId[];
const questionOf = (id: FaqId): string => knowledge.entries.get(id)!.question;

/** The real matcher, but unsure of "hm?" between these. */
function unsureOf(offers: readonly FaqId[]): Recognizer {
  const { answer, offer } = recognizer.thresholds;
  const matches = offers.map((id, at): Match => {
    const [, topic = ''] = id.split('.');
    return { topic, ids: [id], confidence: offer + (answer - offer) / (at + 2) };
  });
  return {
    ...recognizer,
    recognize: (text, context) =>
      text === 'hm?'
        ? { text, asks: true, readings: [{ text, matches }] }
        : recognizer.recognize(text, context),
  };
}

const offering = (offers: readonly FaqId[] = OFFERS, channel = 'console'): Conversation =>
  startConversation({ channel, recognizer: unsureOf(offers) });

describe('ClarifyDialog', () => {
  it('offers what the matcher is unsure between, best first, and expects an answer', async () => {
    const { said, messages, report } = await offering().say('hm?');
    expect(said).toEqual([{ is: ['clarify'], also: OFFERS }]);
    expect(messages[0]).toMatchObject({ inputHint: 'expectingInput' });
    expect(report).toMatchObject({ decision: 'clarify', intents: [] });
  });

  it.each(['webchat', 'emulator', 'msteams'])(
    'has a button for each offer and for none on %s',
    async (channel) => {
      const { messages } = await offering(OFFERS, channel).say('hm?');
      expect(buttonsOf(messages[0]!)).toEqual([...OFFERS.map(questionOf), knowledge.phrases.clarifyNone]);
    },
  );

  it('has a numbered list where there are no buttons', async () => {
    const { messages } = await offering().say('hm?');
    expect(textOf(messages[0]!)).toMatch(/1\. .*\n\s*2\. .*\n\s*3\. .*\n\s*4\. /);
    expect(buttonsOf(messages[0]!)).toEqual([]);
  });

  it.each([
    ['1', 0],
    ['2', 1],
    ['3.', 2],
    ['#2', 1],
    ['option 2', 1],
    ['number 3', 2],
    ['2 please', 1],
    ['first', 0],
    ['the first', 0],
    ['the second one', 1],
    ['I think the third one', 2],
    ['coding', 1],
    ['billers', 0],
  ])('takes "%s" for a pick', async (text, at) => {
    const { ids, report } = await offering().sayAll('hm?', text);
    expect(ids).toEqual([OFFERS[at]]);
    expect(report).toMatchObject({ decision: 'answer', intents: [OFFERS[at]], confidence: 1 });
  });

  it('takes every question of ours for a pick when its own label is pressed', async () => {
    const wrong = [];
    for (const id of knowledge.entries.keys()) {
      const others = OFFERS.filter((other) => other !== id).slice(0, 2);
      const { ids } = await offering([...others, id]).sayAll('hm?', questionOf(id));
      if (ids[0] !== id) wrong.push({ id, ids });
    }
    expect(wrong).toEqual([]);
  });

  it.each(['4', 'none of these', 'None of these.', 'none', 'no', 'neither'])(
    'takes "%s" for none of them',
    async (text) => {
      const { ids, report } = await offering().sayAll('hm?', text);
      expect(ids).toEqual(['clarifyDismissed']);
      expect(report).toMatchObject({ decision: 'fallback', intents: [] });
    },
  );

  it('is over after a pick: the same number says nothing any more', async () => {
    const { ids } = await offering().sayAll('hm?', '2', '2');
    expect(ids).not.toContain('coding.duties');
  });

  it('takes no role for a pick where two offers are about it', async () => {
    const { ids } = await offering(['billing.pay', 'billing.duties'] as FaqId[]).sayAll(
      'hm?',
      'what about billing',
    );
    expect(ids).not.toEqual(['billing.pay']);
  });

  it('makes what was picked the subject of what follows', async () => {
    const { ids } = await offering().sayAll('hm?', '1', 'and what about coders?');
    expect(ids).toEqual(['coding.pay']);
  });

  it('begins the guided advice where "which is right for me" is picked', async () => {
    const { ids } = await offering([...OFFERS.slice(0, 2), 'both.right-for-me' as FaqId]).sayAll('hm?', '3');
    expect(ids).toEqual(['both.right-for-me', 'stage:requirements', 'question:schooling']);
  });

  it('still knows the places of the offers when an author took one of them out meanwhile', async () => {
    const memory = {};
    const chat = startConversation({ memory, recognizer: unsureOf(OFFERS) });
    await chat.say('hm?');
    const entries = new Map([...knowledge.entries].filter(([id]) => id !== OFFERS[0]));
    const after = startConversation({ memory, knowledge: { ...knowledge, entries } });
    expect((await after.fork().say('2')).ids).toEqual([OFFERS[1]]);
    expect((await after.fork().say('1')).ids).toEqual(['clarifyDismissed']);
  });
});
