import { SignJWT } from 'jose';
import { createTokens, type Party, type Tokens } from '../../src/directLine/tokens';
import { openDatabase, type Database } from '../../src/state/database';
import { createSigningKeys, type SigningKeys } from '../../src/state/signingKeys';

const DAY_MS = 24 * 60 * 60 * 1000;
const PARTY: Party = { conversationId: 'conversation-1', userId: 'dl_1' };

let db: Database;
let now: number;
let keys: SigningKeys;
let tokens: Tokens;
const instance = (): SigningKeys => createSigningKeys(db, () => now, 30 * DAY_MS);
beforeEach(async () => {
  db = await openDatabase(':memory:');
  now = Date.UTC(2026, 10, 28);
  keys = instance();
  tokens = createTokens(keys, () => now, 30 * 24 * 60 * 60);
});
afterEach(() => db.destroy());

/** A token of our own key with claims of one's choice. */
async function signed(claims: Record<string, unknown>, header: object = {}): Promise<string> {
  const { id, secret } = await keys.newest();
  const seconds = now / 1000;
  const all = {
    conv: PARTY.conversationId,
    user: PARTY.userId,
    iss: 'career-advisor',
    aud: 'access',
    exp: seconds + 60,
  };
  return new SignJWT({ ...all, ...claims })
    .setProtectedHeader({ alg: 'HS256', kid: id, ...header })
    .sign(secret);
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a token', () => {
  it('says whose it is, for the purpose it was given for alone', async () => {
    for (const purpose of ['access', 'stream', 'resume'] as const) {
      const token = await tokens.issue(purpose, PARTY);
      for (const other of ['access', 'stream', 'resume'] as const) {
        expect(await tokens.read(other, token)).toEqual(other === purpose ? PARTY : 'invalid');
      }
    }
  });

  it.each<[string, Record<string, unknown>, string | Party]>([
    ['is good where all is as we write it', {}, PARTY],
    ['of another issuer', { iss: 'somebody' }, 'invalid'],
    ['of no issuer', { iss: undefined }, 'invalid'],
    ['for another purpose', { aud: 'stream' }, 'invalid'],
    ['of the future', { nbf: Date.UTC(2026, 10, 28) / 1000 + 60 }, 'invalid'],
    ['without an end', { exp: undefined }, 'invalid'],
    ['that has ended', { exp: Date.UTC(2026, 10, 28) / 1000 - 1 }, 'expired'],
    ['of no conversation', { conv: undefined }, 'invalid'],
    ['of nobody', { user: undefined }, 'invalid'],
  ])('%s', async (_, claims, expected) => {
    expect(await tokens.read('access', await signed(claims))).toEqual(expected);
  });

  it('opens nothing where a sign of it is missing or another', async () => {
    const token = await tokens.issue('access', PARTY);
    for (let at = 0; at < token.length; at += 7) {
      expect(await tokens.read('access', token.slice(0, at))).toBe('invalid');
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(await tokens.read('access', `${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBe(
        'invalid',
      );
    }
  });

  it.each([
    { alg: 'none' },
    { alg: 'None' },
    { alg: 'HS384' },
    { alg: 'RS256' },
    { alg: 'HS256', kid: undefined },
    { alg: 'HS256', crit: ['x'], x: 1 },
  ])('opens nothing with the header %j', async (changes) => {
    const [header, body, signature] = (await tokens.issue('access', PARTY)).split('.');
    const own = JSON.parse(Buffer.from(header!, 'base64url').toString()) as object;
    for (const last of [signature, '']) {
      expect(await tokens.read('access', `${encoded({ ...own, ...changes })}.${body}.${last}`)).toBe(
        'invalid',
      );
    }
  });
});

describe('the keys', () => {
  it('are two at once while the older one still has tokens out, at every instance', async () => {
    const old = await tokens.issue('resume', PARTY);
    const first = (await keys.newest()).id;
    now += 29 * DAY_MS;
    expect((await keys.newest()).id).toBe(first);
    const last = await tokens.issue('resume', PARTY);
    now += 2 * DAY_MS;
    const other = createTokens(instance(), () => now, 30 * 24 * 60 * 60);
    const fresh = await other.issue('resume', PARTY);
    expect((await instance().newest()).id).not.toBe(first);
    for (const reader of [tokens, other]) {
      expect(await reader.read('resume', fresh)).toEqual(PARTY);
      expect(await reader.read('resume', last)).toEqual(PARTY);
      expect(await reader.read('resume', old)).toBe('expired');
    }
  });

  it('are gone once none of their tokens can be good, and nobody can bring one', async () => {
    const { id } = await keys.newest();
    now += 61 * DAY_MS;
    await instance().newest();
    expect(await instance().find(id)).toBeUndefined();
    expect(await instance().find("' or 1=1 --")).toBeUndefined();
  });

  it('are of 256 random bits each, and no two alike', async () => {
    const secrets = new Set<string>();
    for (let times = 0; times < 3; times++) {
      const { secret } = await instance().newest();
      expect(secret).toHaveLength(32);
      secrets.add(Buffer.from(secret).toString('hex'));
      now += 31 * DAY_MS;
    }
    expect(secrets.size).toBe(3);
  });
});

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
      now += days * DAY_MS;
      const during = await tokens.issue('access', PARTY);
      expect(await tokens.read('access', during)).toEqual(PARTY);
      now -= days * DAY_MS;
      expect(await tokens.read('resume', before)).toEqual(PARTY);
      expect(await tokens.read('access', await tokens.issue('access', PARTY))).toEqual(PARTY);
    },
  );
});
