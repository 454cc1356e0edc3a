import type { Database } from '../../src/state/database';
import { createDirectLineLog, type DirectLineLog } from '../../src/state/directLineLog';
import { onEachEngine } from '../helpers/engines';

let now: number;
let db: Database;
let log: DirectLineLog;

const append = (conversation: string, key: string, isDue = false) =>
  log.append(conversation, {
    key,
    isDue,
    activity: (sequence) => ({ id: `${conversation} ${sequence}`, type: 'message', text: key }),
  });

const idsIn = async (conversation: string, watermark = 0): Promise<string[]> =>
  (await log.since(conversation, watermark)).activities.map(({ id }) => id);

onEachEngine((open) =>
  describe('createDirectLineLog', () => {
    beforeEach(async () => {
      now = Date.UTC(2026, 10, 28);
      db = await open();
      log = createDirectLineLog(db, () => now);
      await log.begin({ id: 'one', userId: 'ann', locale: 'en' });
    });
    afterEach(() => db.destroy());

    it('begins a conversation once', async () => {
      expect(await log.begin({ id: 'one', userId: 'bob', locale: undefined })).toBe(false);
      expect(await log.find('one')).toEqual({ id: 'one', userId: 'ann', locale: 'en', isWelcomed: false });
      expect(await log.begin({ id: 'two', userId: 'bob', locale: undefined })).toBe(true);
      expect(await log.find('two')).toMatchObject({ userId: 'bob', locale: undefined });
      expect(await log.find('three')).toBeUndefined();
    });

    it('gives each activity a place, and one of the same key its old one', async () => {
      await log.begin({ id: 'two', userId: 'bob', locale: undefined });
      await append('one', 'a');
      await append('two', 'a');
      const again = await append('one', 'a');
      await append('one', 'b');
      expect(again?.id).toBe('one 1');
      expect(await idsIn('one')).toEqual(['one 1', 'one 3']);
      expect(await idsIn('two')).toEqual(['two 1']);
      expect(await append('none', 'a')).toBeUndefined();
    });

    it('keeps one order, and no copy, when many write at once', async () => {
      const keys = Array.from({ length: 60 }, (_, at) => `key ${at % 30}`);
      const ids = await Promise.all(keys.map(async (key) => (await append('one', key))?.id));
      expect(new Set(ids).size).toBe(30);
      const { activities, watermark } = await log.since('one', 0);
      expect(activities).toHaveLength(30);
      expect((await log.since('one', watermark)).activities).toEqual([]);
    });

    it('reads in pages of 200 from the watermark on', async () => {
      for (let at = 0; at < 250; at++) await append('one', `${at}`);
      const first = await log.since('one', 0);
      expect([first.activities.length, first.watermark]).toEqual([200, 200]);
      const second = await log.since('one', first.watermark);
      expect([second.activities.length, second.watermark]).toEqual([50, 250]);
      expect(await log.since('one', 250)).toEqual({ activities: [], watermark: 250 });
    });

    it('knows what waits for the bot, the oldest first', async () => {
      expect(await log.waiting()).toEqual([{ id: 'one', sequence: 0 }]);
      await log.settleWelcome('one');
      expect(await log.waiting()).toEqual([]);
      await append('one', 'a', true);
      await append('one', 'b', true);
      expect(await log.nextDue('one')).toMatchObject({ sequence: 1, activity: { id: 'one 1' } });
      await log.settle('one', 1);
      expect(await log.nextDue('one')).toMatchObject({ sequence: 2 });
      expect(await log.waiting()).toEqual([{ id: 'one', sequence: 2 }]);
      await log.settle('one', 2);
      expect([await log.nextDue('one'), await log.waiting()]).toEqual([undefined, []]);
    });
  }),
);
