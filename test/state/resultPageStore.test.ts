import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextDocument } from '../../src/domain/document';
import { openDatabase } from '../../src/state/database';
import { createResultPageStore, type ResultPageStore } from '../../src/state/resultPageStore';
import { onEachEngine } from '../helpers/engines';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 22);

let now: number;
let db: Awaited<ReturnType<typeof openDatabase>>;
let store: ResultPageStore;

onEachEngine((open) => {
  beforeEach(async () => {
    now = START;
    db = await open();
    store = createResultPageStore(db, () => now);
  });
  afterEach(() => db.destroy());

  const aDocument = (text: string): TextDocument => [{ kind: 'paragraph', text }];

  /** Keeps a page each millisecond and gives its token. */
  async function keep(owner: string, text = 'text'): Promise<string> {
    now += 1;
    return (await store.keep(owner, aDocument(text))).token;
  }

  const isKept = async (token: string): Promise<boolean> => (await store.find(token)) !== undefined;

  describe('createResultPageStore', () => {
    it('gives back what it was given, to the token alone', async () => {
      const { token, expires } = await store.keep('ann', aDocument('for Ann'));
      const other = await store.keep('bob', aDocument('for Bob'));
      expect(await store.find(token)).toEqual({ document: aDocument('for Ann'), expires });
      expect((await store.find(other.token))?.document).toEqual(aDocument('for Bob'));
      for (const guess of ['', 'ann', token.slice(1), `${token}A`, token.toLowerCase(), 'A'.repeat(43)]) {
        expect(await store.find(guess)).toBeUndefined();
      }
    });

    it('gives another token of 256 bits each time', async () => {
      const tokens = [await keep('ann'), await keep('ann'), await keep('bob')];
      expect(new Set(tokens).size).toBe(3);
      for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    });

    it('keeps of the token a hash only, in the table and on the disk', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'advisor-pages-'));
      const onDisk = await openDatabase(folder);
      const { token } = await createResultPageStore(onDisk, () => now).keep('ann', aDocument('x'));
      const { token_hash } = await onDisk
        .selectFrom('result_pages')
        .select('token_hash')
        .executeTakeFirstOrThrow();
      expect(token_hash).toBe(createHash('sha256').update(token).digest('hex'));
      await onDisk.destroy();
      const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
      rmSync(folder, { recursive: true });
      expect(bytes.includes(token_hash)).toBe(true);
      expect(bytes.includes(token)).toBe(false);
      expect(bytes.includes(Buffer.from(token, 'base64url'))).toBe(false);
    });

    it('shows a page for 30 days and no longer', async () => {
      const { token, expires } = await store.keep('ann', aDocument('x'));
      expect(expires).toEqual(new Date(START + 30 * DAY));
      now = START + 30 * DAY - 1;
      expect(await isKept(token)).toBe(true);
      now += 1;
      expect(await isKept(token)).toBe(false);
    });

    it('deletes nothing that has ended, as the clock may be wrong', async () => {
      const token = await keep('ann');
      now += 60 * DAY;
      expect(await isKept(token)).toBe(false);
      await keep('bob');
      now -= 60 * DAY;
      expect(await isKept(token)).toBe(true);
    });

    it('keeps the newest ten pages of an owner, and all of the others', async () => {
      const bobs = await keep('bob');
      const anns: string[] = [];
      for (let i = 0; i < 12; i++) anns.push(await keep('ann', String(i)));
      const kept = await Promise.all(anns.map(isKept));
      expect(kept).toEqual([false, false, ...Array<boolean>(10).fill(true)]);
      expect(await isKept(bobs)).toBe(true);
    });

    it('forgets all pages of one owner, and of nobody else', async () => {
      const anns = [await keep('ann'), await keep('ann')];
      const bobs = await keep('bob');
      await store.forget('ann');
      await store.forget('nobody');
      expect(await Promise.all([...anns, bobs].map(isKept))).toEqual([false, false, true]);
      expect(await isKept(await keep('ann'))).toBe(true);
    });

    it('loses no older page where the new one cannot be kept', async () => {
      const oldest = await keep('ann');
      for (let i = 0; i < 9; i++) await keep('ann');
      const nothing = undefined as unknown as TextDocument;
      await expect(store.keep('ann', nothing)).rejects.toThrow();
      expect(await isKept(oldest)).toBe(true);
    });
  });
});
