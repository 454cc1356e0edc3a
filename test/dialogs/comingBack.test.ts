// A person who was away comes back: hours later, days later, after the bot was started anew.
import type { TextDocument } from '../../src/domain/document';
import type { ResultPages } from '../../src/domain/resultPages';
import { startConversation, type Conversation } from '../helpers/conversation';
import { buttonsOf, textOf } from '../helpers/conversationReader';

const HOUR = 60 * 60 * 1000;
const TO_A_RESULT = ['quiz me', '2', '4', '2', '2', '1', '1', '1', '1'];

/** A conversation with a clock that the test sets forward. */
function withClock(): { readonly chat: Conversation; readonly wait: (hours: number) => void } {
  let now = Date.UTC(2026, 10, 28);
  return { chat: startConversation({ now: () => now }), wait: (hours) => (now += hours * HOUR) };
}

describe('RootDialog, with a person who comes back', () => {
  it('offers to go on to one who says hello days later, and goes on where it was', async () => {
    const { chat, wait } = withClock();
    await chat.sayAll('advise me', '2', '4');
    wait(72);
    const { ids, messages } = await chat.say('hello');
    expect(ids).toEqual(['menu:welcomeBack']);
    expect(textOf(messages[0]!)).toMatch(/Go on[^]*Start again/);
    expect((await chat.say('go on')).ids).toEqual(['question:income']);
    expect((await chat.say('2')).ids).toEqual(['question:place']);
  });

  it('offers the result too, where there is one', async () => {
    const { chat, wait } = withClock();
    await chat.sayAll(...TO_A_RESULT);
    wait(24);
    expect((await chat.say('hi')).ids).toEqual(['menu:welcomeBack']);
    expect((await chat.say('2')).ids).toEqual(['stage:requirements', 'question:schooling']);
    wait(24);
    await chat.say('hi');
    expect((await chat.say('see my result')).ids).toEqual(['recommendation:billing', 'question:schooling']);
  });

  it('takes an answer to the open question for just that', async () => {
    const { chat, wait } = withClock();
    await chat.sayAll('advise me', '2', '4');
    wait(72);
    expect((await chat.say('no rush')).ids).toEqual(['question:place']);
  });

  it('answers what is asked before it offers to go on', async () => {
    const { chat, wait } = withClock();
    await chat.sayAll('advise me', '2');
    wait(72);
    expect((await chat.say('what does a coder earn?')).ids).toEqual(['coding.pay', 'menu:welcomeBack']);
    expect((await chat.say('start again')).ids).toEqual(['stage:requirements', 'question:schooling']);
  });

  it('asks nothing of one who was away for less than a night, or has nothing to go on with', async () => {
    const { chat, wait } = withClock();
    await chat.sayAll('advise me', '2');
    wait(5);
    expect((await chat.say('hello')).ids).toEqual(['chat.greeting', 'question:training']);
    const other = withClock();
    await other.chat.say('what does a coder earn?');
    other.wait(72);
    expect((await other.chat.say('hello')).ids).toEqual(['chat.greeting']);
  });

  it('remembers all of it when the bot was started anew', async () => {
    const memory = {};
    await startConversation({ memory, now: () => 0 }).sayAll('advise me', '2', '4');
    const chat = startConversation({ memory, now: () => 100 * HOUR });
    expect((await chat.say('good morning')).ids).toEqual(['menu:welcomeBack']);
    expect((await chat.say('1')).ids).toEqual(['question:income']);
  });

  it('shows the choices as buttons where the channel has them', async () => {
    const memory = {};
    const channel = 'msteams';
    await startConversation({ memory, channel, now: () => 0 }).sayAll('advise me', '2');
    const chat = startConversation({ memory, channel, now: () => 100 * HOUR });
    const { messages } = await chat.say('hello');
    expect(buttonsOf(messages[0]!)).toEqual(['Go on', 'Start again']);
  });
});

describe('RootDialog, with a summary to keep', () => {
  /** Keeps what is published, as the server does. */
  function pagesOf(): { readonly pages: ResultPages; readonly kept: Map<string, TextDocument[]> } {
    const kept = new Map<string, TextDocument[]>();
    const pages: ResultPages = {
      publish: (owner, document) => {
        kept.set(owner, [...(kept.get(owner) ?? []), document]);
        return Promise.resolve({
          url: 'https://bot.example/results/token',
          expires: new Date(Date.UTC(2026, 11, 28)),
        });
      },
      forget: (owner) => {
        kept.delete(owner);
        return Promise.resolve();
      },
    };
    return { pages, kept };
  }

  it('gives a link to the same result, and the day until which it works', async () => {
    const { pages, kept } = pagesOf();
    const chat = startConversation({ pages });
    await chat.sayAll(...TO_A_RESULT);
    const { ids, messages } = await chat.say('send me a summary');
    expect(ids).toEqual(['summary:billing', 'resultLink']);
    expect(messages[1]?.text).toContain('https://bot.example/results/token');
    expect(messages[1]?.text).toContain('December 28, 2026');
    const [document] = [...kept.values()][0]!;
    const firstHeading = document!.find(({ kind }) => kind === 'heading');
    expect(messages[0]?.text).toContain(firstHeading?.kind === 'heading' ? firstHeading.text : '-');
  });

  it('gives the text alone where the bot has no address', async () => {
    const chat = startConversation();
    await chat.sayAll(...TO_A_RESULT);
    expect((await chat.say('send me a summary')).ids).toEqual(['summary:billing']);
  });
});
