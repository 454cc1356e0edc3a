import { createUnsentStore, type Unsent } from '../../../src/widget/chat/unsent';

const said = (text: string, conversationId: string | undefined): Unsent => ({
  activity: { type: 'message', text, channelData: { clientActivityID: text } },
  conversationId,
  saidAt: 1,
});

const original = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
function provide(storage: unknown): void {
  Object.defineProperty(globalThis, 'sessionStorage', { value: storage, configurable: true });
}
beforeEach(() => {
  const kept = new Map<string, string>();
  provide({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});
afterEach(() => {
  if (original) Object.defineProperty(globalThis, 'sessionStorage', original);
  else delete (globalThis as { sessionStorage?: unknown }).sessionStorage;
});

describe('createUnsentStore', () => {
  it('keeps what was said in a conversation, or before one was known, in order', () => {
    const store = createUnsentStore('https://bot.example');
    const all = [said('one', undefined), said('two', 'a'), said('three', 'a')];
    all.forEach((each) => store.add(each));
    store.add(said('elsewhere', 'b'));
    expect(createUnsentStore('https://bot.example').read('a')).toEqual(all);
  });

  it('keeps what was said to several bots apart', () => {
    createUnsentStore('https://bot.example').add(said('one', 'a'));
    expect(createUnsentStore('https://other.example').read('a')).toEqual([]);
  });

  it('drops one that is removed, and all that is cleared', () => {
    const store = createUnsentStore('https://bot.example');
    ['one', 'two', 'three'].forEach((text) => store.add(said(text, 'a')));
    store.remove(said('two', 'a').activity);
    expect(store.read('a').map(({ activity }) => activity.text)).toEqual(['one', 'three']);
    store.clear();
    expect(store.read('a')).toEqual([]);
  });

  it.each(['not JSON', '{}', '[null, 1, {"saidAt":1}, {"saidAt":1,"activity":null}]'])(
    'takes %s for nothing',
    (text) => {
      sessionStorage.setItem('careerAdvisor.unsent https://bot.example', text);
      expect(createUnsentStore('https://bot.example').read(undefined)).toEqual([]);
    },
  );

  it('does without where the browser denies its storage', () => {
    provide(undefined);
    const store = createUnsentStore('https://bot.example');
    store.add(said('one', 'a'));
    store.remove(said('one', 'a').activity);
    expect(store.read('a')).toEqual([]);
  });
});
