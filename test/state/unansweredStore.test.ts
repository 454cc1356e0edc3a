import type { Database } from '../../src/state/database';
import { createUnansweredStore, type UnansweredStore } from '../../src/state/unansweredStore';
import { onEachEngine } from '../helpers/engines';

const START = Date.UTC(2026, 10, 28);

let now: number;
let db: Database;
let store: UnansweredStore;

onEachEngine((open) => {
  beforeEach(async () => {
    now = START;
    db = await open();
    store = createUnansweredStore(db, () => (now += 1));
  });
  afterEach(() => db.destroy());

  const textsKept = async (): Promise<string[]> => (await store.summary()).map(({ text }) => text);

  describe('createUnansweredStore', () => {
    it('tells what is alike once, the most asked first, as it was asked last', async () => {
      await store.keep('ann', { text: 'is there a union?', message: '1' });
      await store.keep('ann', { text: 'who was Harding', message: '2' });
      await store.keep('bob', { text: 'Is there  a union', message: '1' });
      await store.keep('bob', { text: 'later' });
      expect(await store.summary()).toEqual([
        { text: 'Is there  a union', times: 2, last: new Date(START + 3) },
        { text: 'later', times: 1, last: new Date(START + 4) },
        { text: 'who was Harding', times: 1, last: new Date(START + 2) },
      ]);
    });

    it('keeps the same of the same message once, so that a turn may be done again', async () => {
      const question = { text: 'is there a union?', message: '1' };
      await Promise.all([store.keep('ann', question), store.keep('ann', question)]);
      expect(await store.summary()).toMatchObject([{ times: 1 }]);
    });

    it('counts each time where messages have no ids', async () => {
      await store.keep('ann', { text: 'a' });
      await store.keep('ann', { text: 'a' });
      expect(await store.summary()).toMatchObject([{ times: 2 }]);
    });

    it('takes back what one message of one talk asked', async () => {
      await store.keep('ann', { text: 'a', message: '1' });
      await store.keep('ann', { text: 'b', message: '2' });
      await store.keep('bob', { text: 'c', message: '1' });
      await store.takeBack('ann', '1');
      expect((await textsKept()).sort()).toEqual(['b', 'c']);
    });
  });
});
