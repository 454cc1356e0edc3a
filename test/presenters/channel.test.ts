import { channelOf } from '../../src/presenters/channel';

describe('channelOf', () => {
  it.each([
    ['webchat', true],
    ['directline', true],
    ['emulator', true],
    ['msteams', true],
    ['slack', false],
    ['email', false],
    ['console', false],
    ['sms', false],
    ['test', false],
    [undefined, false],
  ])('draws Adaptive Cards on %s: %s', (id, adaptiveCards) => {
    expect(channelOf(id).adaptiveCards).toBe(adaptiveCards);
  });

  it('takes a channel without a name for that of a test', () => {
    expect(channelOf(undefined)).toEqual(channelOf('test'));
  });

  it('mentions people only where others read along', () => {
    expect([channelOf('msteams', true), channelOf('msteams'), channelOf('emulator', true)]).toMatchObject([
      { mentions: true },
      { mentions: false },
      { mentions: false },
    ]);
  });
});
