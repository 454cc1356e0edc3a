import type { Database } from '../../src/state/database';
import { createSigningKeys, lifeOfKey, type SigningKeys } from '../../src/state/signingKeys';
import { onEachEngine } from '../helpers/engines';

const DAY = 24 * 60 * 60 * 1000;

let now: number;
let db: Database;
const instance = (): SigningKeys => createSigningKeys(db, () => now, 30 * DAY);

onEachEngine((open) => {
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 28);
    db = await open();
  });
  afterEach(() => db.destroy());

  describe('createSigningKeys', () => {
    it('signs with one key for 30 days, at every instance, then with a new one while the old is still taken', async () => {
      const first = await instance().newest();
      now += 30 * DAY - 1;
      expect((await instance().newest()).id).toBe(first.id);
      now += 1;
      const second = await instance().newest();
      expect(second.id).not.toBe(first.id);
      now += 30 * DAY - 1;
      expect((await instance().find(first.id))?.secret).toEqual(first.secret);
      now += 1;
      expect(await instance().find(first.id)).toBeUndefined();
      expect(lifeOfKey(30 * DAY)).toBe(60 * DAY);
    });

    it('loses no key to a clock that was wrong for a while', async () => {
      const keys = instance();
      const first = await keys.newest();
      now += 3650 * DAY;
      const wrong = await keys.newest();
      expect(wrong.id).not.toBe(first.id);
      now -= 3650 * DAY;
      for (const each of [keys, instance()]) {
        expect((await each.newest()).id).toBe(first.id);
        expect((await each.find(first.id))?.secret).toEqual(first.secret);
        expect((await each.find(wrong.id))?.secret).toEqual(wrong.secret);
      }
    });
  });
});
