// The state of a talk: what an earlier release kept is found again, and people of a group do not share it.
import { ConversationState, MemoryStorage, TurnContext, type Activity } from 'botbuilder';
import { InProcessAdapter } from '../../src/turns/inProcessAdapter';
import { TalkState } from '../../src/turns/talkState';

const storage = new MemoryStorage();
const adapter = new InProcessAdapter(() => Promise.resolve([]));
const turn = (type: string, conversation: object, from = 'ann'): TurnContext =>
  new TurnContext(adapter, {
    type,
    channelId: 'msteams',
    conversation: { id: 'c', ...conversation },
    from: { id: from },
  } as Partial<Activity>);
const state = new TalkState(storage);
const known = state.createProperty<string>('known');

describe('TalkState', () => {
  it("finds what the SDK's ConversationState kept of a talk with one person", async () => {
    const before = new ConversationState(storage);
    const context = turn('message', {});
    await before.createProperty('known').set(context, 'before');
    await before.saveChanges(context);
    expect(await known.get(turn('message', {}))).toBe('before');
  });

  it('is of each person in a group, and of all where it is about the group', async () => {
    const ann = turn('message', { isGroup: true });
    await known.set(ann, 'of Ann');
    await state.saveChanges(ann);
    expect(await known.get(turn('invoke', { isGroup: true }))).toBe('of Ann');
    expect(await known.get(turn('message', { isGroup: true }, 'bob'))).toBeUndefined();
    expect(await known.get(turn('installationUpdate', { isGroup: true }))).toBe('before');
  });
});
