// What holds for every message, whatever dialog is open: what is kept, what is reported, and what counts as the message.
import type { Activity } from 'botbuilder';
import { startConversation } from '../helpers/conversation';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge } = realMatcher();
const toTheFirstQuestion = ['what does a coder do', 'advise me'];

describe('RootDialog', () => {
  it('says that it reads text only, and keeps the place, when a message holds none', async () => {
    const chat = startConversation();
    expect((await chat.say('  ')).ids).toEqual(['emptyMessage']);
    await chat.say('advise me');
    expect(await chat.say('')).toMatchObject({ ids: ['emptyMessage'], report: undefined });
    expect((await chat.say('2')).ids).toEqual(['question:training']);
  });

  it('reads the message of a channel post without the mention of the bot', async () => {
    const sending = (activity: Partial<Activity>): void => {
      const mention = '<at>Career advisor</at>';
      activity.entities = [{ type: 'mention', text: mention, mentioned: activity.recipient }];
      activity.text = `${mention} ${activity.text}`;
    };
    const chat = startConversation({ channel: 'msteams', sending });
    expect((await chat.say('what does a coder earn?')).ids).toEqual(['coding.pay']);
    expect((await chat.sayAll('advise me', '2')).ids).toEqual(['question:training']);
    expect((await chat.say('')).ids).toEqual(['emptyMessage']);
  });

  it('keeps none of the words that a person wrote', async () => {
    const chat = startConversation();
    await chat.sayAll(
      'I am Zebulon, what does a coder do?',
      'advise me',
      'I took a few college classes in Kalamazoo',
      'Zebulon asks: what does a biller earn?',
    );
    await chat.say('3');
    expect(chat.stored()).toMatch(/college/);
    expect(chat.stored()).not.toMatch(/zebulon|kalamazoo|asks|took/i);
  });

  it('deletes answers, offers and subject when told to forget', async () => {
    const chat = startConversation();
    await chat.sayAll(...toTheFirstQuestion, '1');
    expect(chat.stored()).toMatch(/no-diploma/);
    expect(chat.stored()).toMatch(/coding/);
    expect((await chat.say('delete my data')).ids).toEqual(['chat.forget-me']);
    expect(chat.stored()).not.toMatch(/no-diploma|schooling|coding|duties|requirements/);
  });

  it.each([
    ['what does a coder earn?', { decision: 'answer', intents: ['coding.pay'] }],
    [
      'what does a biller do? and how much does a coder earn?',
      { decision: 'answer', intents: ['billing.duties', 'coding.pay'] },
    ],
    ['thank you', { decision: 'chat', intents: ['chat.thanks'] }],
    ['advise me', { decision: 'command', intents: ['advice.start'] }],
    ['stop', { decision: 'command', intents: ['advice.cancel'] }],
    ['do billers wear scrubs?', { decision: 'fallback', intents: [] }],
    ['I want to kill myself', { decision: 'fallback', intents: [] }],
    ['I want to die. what does a coder earn?', { decision: 'answer', intents: ['coding.pay'] }],
  ])('reports what it did with "%s"', async (text, report) => {
    expect((await startConversation().say(text)).report).toMatchObject(report);
  });

  it.each(['stop asking me questions. what does a coder earn?', 'advise me please. what does a coder earn?'])(
    'reports nothing that it did not say: "%s"',
    async (text) => {
      const { ids, report } = await startConversation().sayAll(...toTheFirstQuestion, text);
      const told = report!.intents.filter((id) => knowledge.entries.has(id as never));
      expect(ids).toEqual(expect.arrayContaining(told));
    },
  );

  it('says nothing but the line, and what was asked, where life may be at stake', async () => {
    for (const { id, phrases } of knowledge.safety) {
      const alarm = phrases.find((phrase) => !phrase.includes('*'))!;
      const chat = startConversation();
      await chat.say('advise me');
      expect((await chat.say(alarm)).ids).toEqual([`safety:${id}`]);
      expect((await chat.say(`${alarm}. what does a coder earn?`)).ids).toEqual([
        `safety:${id}`,
        'coding.pay',
        'question:schooling',
      ]);
    }
  });

  it('answers alike on every turn and in every conversation', async () => {
    const texts = [
      'what does a coder do',
      'and how much do they make?',
      'which job suits me?',
      '2',
      'back',
      'hm',
    ];
    const listen = async (): Promise<unknown[]> => {
      const chat = startConversation();
      const heard = [];
      for (const text of texts) heard.push((await chat.say(text)).messages.map((message) => message.text));
      return heard;
    };
    expect(await listen()).toEqual(await listen());
  });
});
