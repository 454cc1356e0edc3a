// What is kept for the author of the knowledge, and what is not.
import type { Match } from '../../src/domain/recognition';
import type { Recognizer } from '../../src/domain/recognizer';
import type { UnansweredQuestion } from '../../src/domain/unanswered';
import { faqId } from '../helpers/builders';
import { startConversation, type Conversation } from '../helpers/conversation';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();
/** Unlike anything that the bot knows, or has a reply to. */
const STRANGE = 'zorp the blinking quandle';

let kept: (UnansweredQuestion & { readonly talk: string })[];
let chat: Conversation;
beforeEach(() => {
  kept = [];
  let ids = 0;
  chat = startConversation({
    recognizer: unsure(),
    sending: (activity) => (activity.id = `m${(ids += 1)}`),
    unanswered: {
      keep: (talk, question) => Promise.resolve(void kept.push({ talk, ...question })),
      takeBack: (_, message) =>
        Promise.resolve(void (kept = kept.filter((each) => each.message !== message))),
    },
  });
});

const texts = (): string[] => kept.map(({ text }) => text);

/** What the bot asks back to. */
const UNCLEAR = 'hm, which is it?';

function unsure(): Recognizer {
  const { answer, offer } = recognizer.thresholds;
  const match: Match = { topic: 'pay', ids: [faqId('coding.pay')], confidence: (offer + answer) / 2 };
  return {
    ...recognizer,
    recognize: (text, context) =>
      text === UNCLEAR
        ? { text, readings: [{ text, matches: [match] }] }
        : recognizer.recognize(text, context),
  };
}

describe('what the bot cannot answer', () => {
  it('is kept with the talk and the message, and without what could tell who asked', async () => {
    expect(
      (await chat.say(`${STRANGE} for ann@school.example or +1 555 010 9999, my name is Jane Doe`)).ids,
    ).toEqual(['fallback']);
    expect(kept).toEqual([
      {
        talk: 'console/conversation',
        message: 'm1',
        text: `${STRANGE} for [e-mail] or [number], my name is [name]`,
      },
    ]);
  });

  it('is kept also where the sources say nothing for the role', async () => {
    expect((await chat.say('do billers wear scrubs?')).ids).toEqual(['uncovered:billing']);
    expect(texts()).toEqual(['do billers wear scrubs?']);
  });

  it('is cut, on one line, and holds no sign that a database refuses', async () => {
    await chat.say(`${STRANGE}\u0000\n${'quandle '.repeat(200)}`);
    const [text = ''] = texts();
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text.startsWith(`${STRANGE} quandle`)).toBe(true);
  });

  it('is kept of a "did you mean" that none of the offers was, and not of one that led to an answer', async () => {
    await chat.say(UNCLEAR);
    expect(texts()).toEqual([]);
    await chat.say(knowledge.phrases.clarifyNone);
    expect(kept).toMatchObject([{ text: UNCLEAR, message: 'm1' }]);
    await chat.sayAll(UNCLEAR, '1');
    expect(kept).toHaveLength(1);
    await chat.sayAll(UNCLEAR, 'what does a coder do');
    expect(kept).toHaveLength(2);
  });

  it('is not what is answered, small talk, a command, nor what the author has a reply to', async () => {
    await chat.sayAll('what does a coder do', 'thank you', 'stop', 'what is the weather like tomorrow');
    expect(texts()).toEqual([]);
  });

  it('is nothing of a message that may be about life and death', async () => {
    const { ids } = await chat.say(`i want to kill myself. ${STRANGE}`);
    expect(ids[0]).toMatch(/^safety:/);
    expect(texts()).toEqual([]);
  });

  it('is not what is said to a question of the guided advice, unless it is asked', async () => {
    await chat.sayAll('help me choose', STRANGE, '2', 'kind of sort of whatever');
    expect(texts()).toEqual([]);
    await chat.say(`what is a ${STRANGE}?`);
    expect(texts()).toEqual([`what is a ${STRANGE}?`]);
  });

  it('goes when its author deletes the message', async () => {
    let type = 'message';
    const mine = startConversation({
      sending: (activity) => Object.assign(activity, { id: 'm1', type, timestamp: new Date() }),
      unanswered: {
        keep: (talk, question) => Promise.resolve(void kept.push({ talk, ...question })),
        takeBack: (_, message) =>
          Promise.resolve(void (kept = kept.filter((each) => each.message !== message))),
      },
    });
    await mine.say(STRANGE);
    expect(texts()).toEqual([STRANGE]);
    type = 'messageDelete';
    await mine.say('');
    expect(texts()).toEqual([]);
  });
});
