// What every Storage of the bot must do, whatever lies below it; each store's test runs it over itself.
import type { Storage, StoreItem } from 'botbuilder';

export interface ContractOptions {
  /** A fresh, empty store. */
  readonly open: () => Promise<Storage>;
  /** A write of several keys happens wholly or not at all; the SDK's own stores cannot. */
  readonly isAtomic: boolean;
  /** A write with an eTag to a deleted item is refused; the SDK's MemoryStorage lets it through. */
  readonly refusesErased: boolean;
}

export function describeStorage(name: string, { open, isAtomic, refusesErased }: ContractOptions): void {
  const readOne = async (storage: Storage, key: string): Promise<StoreItem | undefined> =>
    ((await storage.read([key])) as Record<string, StoreItem>)[key];

  describe(`${name} as a Storage`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });

    it('reads nothing for unknown keys, and for no keys', async () => {
      expect(await storage.read(['unknown', 'other'])).toEqual({});
      expect(await storage.read([])).toEqual({});
    });

    it('gives back what was written, with an eTag', async () => {
      const item = {
        text: 'café 😀 \u0000 "quoted"',
        list: [1, { a: null }],
        nested: { deep: { er: true } },
        zero: 0,
      };
      await storage.write({ a: item, b: { id: 2 } });
      expect(await storage.read(['a', 'b', 'c'])).toEqual({
        a: { ...item, eTag: expect.stringMatching(/./) as string },
        b: { id: 2, eTag: expect.stringMatching(/./) as string },
      });
    });

    it('hands out copies', async () => {
      const item = { list: [1] };
      await storage.write({ a: item });
      item.list.push(2);
      const read = await readOne(storage, 'a');
      (read?.list as number[]).push(3);
      expect(await readOne(storage, 'a')).toMatchObject({ list: [1] });
    });

    it.each([
      "!@#$%^&*()~/\\><,.?';`",
      'a'.repeat(2000),
      'käse 😀',
      "'; drop table bot_state; --",
      'emulator/x/',
    ])('takes unusual key no. %#', async (key) => {
      await storage.write({ [key]: { id: 1 } });
      expect(await readOne(storage, key)).toMatchObject({ id: 1 });
    });

    it('writes nothing when there is nothing to write', async () => {
      await expect(storage.write({})).resolves.toBeUndefined();
    });

    it('gives another eTag after every write', async () => {
      const seen = new Set<string | undefined>();
      for (let count = 0; count < 3; count += 1) {
        await storage.write({ a: { count } });
        seen.add((await readOne(storage, 'a'))?.eTag);
      }
      expect(seen.size).toBe(3);
    });

    it.each([undefined, '', '*'])('overwrites when the eTag is %j', async (eTag) => {
      await storage.write({ a: { count: 1 } });
      await storage.write({ a: { count: 2, eTag } });
      expect(await readOne(storage, 'a')).toMatchObject({ count: 2 });
    });

    it('creates an item whose eTag is *', async () => {
      await storage.write({ a: { count: 1, eTag: '*' } });
      expect(await readOne(storage, 'a')).toMatchObject({ count: 1 });
    });

    it('replaces an item wholly', async () => {
      await storage.write({ a: { old: 1 } });
      await storage.write({ a: { new: 2 } });
      expect(await readOne(storage, 'a')).not.toHaveProperty('old');
    });

    it('takes the eTag that was read, and refuses it the second time', async () => {
      await storage.write({ a: { count: 1 } });
      const read = await readOne(storage, 'a');
      await storage.write({ a: { ...read, count: 2 } });
      await expect(storage.write({ a: { ...read, count: 3 } })).rejects.toThrow(/a/);
      expect(await readOne(storage, 'a')).toMatchObject({ count: 2 });
    });

    it('refuses an eTag that it never gave', async () => {
      await storage.write({ a: { count: 1 } });
      await expect(storage.write({ a: { count: 2, eTag: 'nonsense' } })).rejects.toThrow();
    });

    it('lets exactly one of several writers of one version win', async () => {
      await storage.write({ a: { winner: 0 } });
      const read = await readOne(storage, 'a');
      const writes = [1, 2, 3, 4].map((winner) => storage.write({ a: { ...read, winner } }));
      const outcomes = await Promise.allSettled(writes);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('deletes, also what is not there, and creates again', async () => {
      await storage.write({ a: { id: 1 }, b: { id: 2 } });
      await storage.delete(['a', 'unknown']);
      await storage.delete([]);
      expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
      await storage.write({ a: { id: 3 } });
      expect(await readOne(storage, 'a')).toMatchObject({ id: 3 });
    });

    if (refusesErased) {
      it('does not bring back what was deleted after it was read', async () => {
        await storage.write({ a: { secret: 1 } });
        const read = await readOne(storage, 'a');
        await storage.delete(['a']);
        await expect(storage.write({ a: { ...read } })).rejects.toThrow();
        expect(await readOne(storage, 'a')).toBeUndefined();
        await storage.write({ a: { fresh: 1 } });
        await expect(storage.write({ a: { ...read } })).rejects.toThrow();
      });
    }

    if (isAtomic) {
      it('writes several keys wholly or not at all', async () => {
        await storage.write({ a: { count: 1 }, b: { count: 1 }, c: { count: 1 } });
        const b = await readOne(storage, 'b');
        await storage.write({ b: { count: 2 } });
        const changes = { a: { count: 9 }, b: { ...b, count: 9 }, c: { count: 9 }, d: { count: 9 } };
        await expect(storage.write(changes)).rejects.toThrow(/b/);
        expect(await storage.read(['a', 'b', 'c', 'd'])).toMatchObject({
          a: { count: 1 },
          b: { count: 2 },
          c: { count: 1 },
        });
        expect(await readOne(storage, 'd')).toBeUndefined();
      });

      it('goes on after a refused write', async () => {
        await storage.write({ a: { count: 1 } });
        const refused = Array.from({ length: 5 }, () => storage.write({ a: { count: 0, eTag: '1' } }));
        await Promise.allSettled(refused);
        await storage.write({ a: { count: 2 } });
        expect(await readOne(storage, 'a')).toMatchObject({ count: 2 });
      });
    }
  });
}
