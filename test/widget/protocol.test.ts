import { readToChat, readToLauncher } from '../../src/widget/protocol';

describe('readToChat', () => {
  it.each([{ type: 'shown', shown: true }, { type: 'focus' }, { type: 'send', text: 'hello' }])(
    'knows %j, and leaves what is more behind',
    (message) => expect(readToChat({ ...message, more: 1 })).toEqual(message),
  );

  it.each([{}, { type: 'send' }, { type: 'send', text: 1 }, { type: 'close' }])(
    'leaves %j alone',
    (message) => expect(readToChat(message)).toBeUndefined(),
  );
});

describe('readToLauncher', () => {
  it.each([
    { type: 'ready' },
    { type: 'close' },
    { type: 'message', from: 'bot' },
    { type: 'error', reason: 'x' },
  ])('knows %j, and leaves what is more behind', (message) =>
    expect(readToLauncher({ ...message, text: 'secret' })).toEqual(message),
  );

  it.each([{}, { type: 'message' }, { type: 'message', from: 'me' }, { type: 'focus' }])(
    'leaves %j alone',
    (message) => expect(readToLauncher(message)).toBeUndefined(),
  );
});
