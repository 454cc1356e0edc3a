import { createKeeper } from '../../../src/widget/chat/keepsake';

const KEPT = { conversationId: 'one', resume: 'ticket' };

/** A storage of the browser that holds back what `fails` names. */
function storageThat(...fails: readonly ('getItem' | 'setItem' | 'removeItem')[]) {
  const kept = new Map<string, string>();
  const denied = (): never => {
    throw new DOMException('Access is denied for this document.');
  };
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  return Object.assign(storage, Object.fromEntries(fails.map((name) => [name, denied])));
}

const globals = globalThis as { localStorage?: unknown };
const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
const provide = (value: unknown): unknown =>
  Object.defineProperty(globals, 'localStorage', { value, configurable: true, writable: true });
afterEach(() => {
  if (original) Object.defineProperty(globals, 'localStorage', original);
  else delete globals.localStorage;
});

describe('createKeeper', () => {
  it('keeps a conversation for the next visit, until it is taken back', () => {
    provide(storageThat());
    createKeeper('https://bot.example').write(KEPT);
    const next = createKeeper('https://bot.example');
    expect(next.read()).toEqual(KEPT);
    next.write(undefined);
    expect(createKeeper('https://bot.example').read()).toBeUndefined();
  });

  it('keeps those of several bots apart', () => {
    provide(storageThat());
    createKeeper('https://bot.example').write(KEPT);
    expect(createKeeper('https://other.example').read()).toBeUndefined();
  });

  it.each([
    ['has no room', storageThat('setItem')],
    ['is denied', storageThat('getItem', 'setItem', 'removeItem')],
  ])('keeps it for as long as the page lives where the storage %s', (_, storage) => {
    provide(storage);
    const keeper = createKeeper('https://bot.example');
    keeper.write(KEPT);
    expect(keeper.read()).toEqual(KEPT);
    keeper.write(undefined);
    expect(keeper.read()).toBeUndefined();
  });

  it('gives what was kept last where there was no room for a while', () => {
    const storage = storageThat('setItem');
    provide(storage);
    const keeper = createKeeper('https://bot.example');
    keeper.write({ ...KEPT, resume: 'old' });
    provide(storageThat());
    keeper.write(KEPT);
    expect(keeper.read()).toEqual(KEPT);
    expect(createKeeper('https://bot.example').read()).toEqual(KEPT);
  });

  it('takes what it cannot read for nothing', () => {
    provide({ ...storageThat(), getItem: () => '{"conversationId":"one"' });
    expect(createKeeper('https://bot.example').read()).toBeUndefined();
  });
});
