import { conversationKey, isGroup, talkKey } from '../../src/domain/conversationKey';

const inPlace = (conversation: object, from = 'ann') => ({
  channelId: 'msteams',
  conversation: { id: 'c', ...conversation },
  from: { id: from },
});

describe('isGroup', () => {
  it.each([
    [{}, false],
    [{ conversationType: 'personal' }, false],
    [{ isGroup: false }, false],
    [{ isGroup: true }, true],
    [{ conversationType: 'groupChat' }, true],
    [{ conversationType: 'channel' }, true],
  ])('of %j is %s', (conversation, expected) => {
    expect(isGroup(inPlace(conversation))).toBe(expected);
  });
});

describe('talkKey', () => {
  it('is that of the conversation where it is with one person', () => {
    expect(talkKey(inPlace({}))).toBe(conversationKey(inPlace({})));
  });

  it('is another for each person of a group', () => {
    const keys = ['ann', 'bob'].map((person) => talkKey(inPlace({ isGroup: true }, person)));
    expect(new Set([...keys, talkKey(inPlace({}))]).size).toBe(3);
  });

  it('takes nobody for another, whatever is in an id', () => {
    const one = talkKey(inPlace({ id: 'c/x', isGroup: true }, 'y'));
    const other = talkKey(inPlace({ id: 'c', isGroup: true }, 'x/y'));
    expect(one).not.toBe(other);
  });
});
