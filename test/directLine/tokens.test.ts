import { createTokens, type Tokens } from '../../src/directLine/tokens';
import { openDatabase, type Database } from '../../src/state/database';
import { createSigningKeys } from '../../src/state/signingKeys';

const DAY = 24 * 60 * 60 * 1000;
const PARTY = { conversationId: 'conversation', userId: 'user' };

let now: number;
let db: Database;
let tokens: Tokens;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 28);
  db = await openDatabase(':memory:');
  tokens = createTokens(
    createSigningKeys(db, () => now, 30 * DAY),
    () => now,
    (30 * DAY) / 1000,
  );
});
afterEach(() => db.destroy());

describe('createTokens', () => {
  it('takes a token until it ends', async () => {
    const token = await tokens.issue('access', PARTY);
    now += 30 * 60 * 1000 - 1;
    expect(await tokens.read('access', token)).toEqual(PARTY);
    now += 1;
    expect(await tokens.read('access', token)).toBe('expired');
  });

  it.each([-60, 60])(
    'takes tokens of before and after, once a clock that was %d days off is right again',
    async (days) => {
      const before = await tokens.issue('resume', PARTY);
      now += days * DAY;
      const during = await tokens.issue('access', PARTY);
      expect(await tokens.read('access', during)).toEqual(PARTY);
      now -= days * DAY;
      expect(await tokens.read('resume', before)).toEqual(PARTY);
      expect(await tokens.read('access', await tokens.issue('access', PARTY))).toEqual(PARTY);
    },
  );
});
