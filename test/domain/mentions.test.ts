import { withoutMentions } from '../../src/domain/mentions';

const of = (name: string, id: string) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id } });
const bot = of('Advisor', 'bot');

describe('withoutMentions', () => {
  it.each([
    ['<at>Advisor</at> hello', 'hello'],
    ['hello <at>Advisor</at>', 'hello'],
    ['what does <at>Advisor</at> a coder do', 'what does a coder do'],
    ['<at>Advisor</at><at>Advisor</at>hello', 'hello'],
    ['<at>Advisor</at>', ''],
    ['hello', 'hello'],
  ])('takes every mention of the bot out of "%s"', (text, rest) => {
    expect(withoutMentions(text, [bot], 'bot')).toBe(rest);
  });

  it('leaves the names of others', () => {
    const text = '<at>Advisor</at> is <at id="2">Ann Lee</at> right?';
    expect(withoutMentions(text, [bot, of('Ann Lee', 'ann')], 'bot')).toBe('is Ann Lee right?');
  });

  it('leaves lines as they are', () => {
    expect(withoutMentions('<at>Advisor</at> one\ntwo', [bot], 'bot')).toBe('one\ntwo');
  });

  it.each([[[null]], [['mention']], [[{ type: 'mention' }]], [[{ type: 'mention', text: '' }]], [[{}]]])(
    'is not led astray by entities that are none: %j',
    (entities) => {
      expect(withoutMentions('hello', entities, 'bot')).toBe('hello');
    },
  );
});
