// How much one caller of /api/messages may ask for, over real HTTP.
import type { Activity } from 'botbuilder';
import { UnsecuredJWT } from 'jose';
import type { Request } from 'restify';
import { readConfig } from '../../src/hosting/config';
import { createMessageLimits } from '../../src/hosting/messageLimits';
import { aDirectMessage, startBot, type BotOptions, type RunningBot } from '../helpers/httpBot';
import { APP_ID, forged, startOpenIdProvider, type OpenIdProvider } from '../helpers/httpOpenId';

let bot: RunningBot;
let provider: OpenIdProvider;

beforeAll(async () => {
  // The SDK prints every token it refuses to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  provider = await startOpenIdProvider();
});
afterEach(() => bot.close());
afterAll(() => provider.close());

const CREDENTIALS = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'pa55word',
  MicrosoftAppTenantId: 'b0b0b0b0-0000-4000-8000-000000000002',
};

async function start(options: BotOptions): Promise<void> {
  bot = await startBot({ ...options, env: { PROXY_HOPS: '1', ...options.env } });
}
const startForAzure = (): Promise<void> => start({ env: CREDENTIALS, cloud: provider.cloud });

interface Sent {
  readonly from?: string;
  readonly conversation?: string;
  readonly address?: string;
  readonly token?: string;
}

async function send({ from = 'ann', conversation = 'c', address = '203.0.113.1', token }: Sent = {}) {
  const message = aDirectMessage({
    from: { id: from, name: '' },
    conversation: { id: conversation } as Activity['conversation'],
  });
  const response = await bot.post(
    { ...message, serviceUrl: undefined },
    { 'X-Forwarded-For': address, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
  );
  const { error } = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: error?.code, retryAfter: response.headers.get('retry-after') };
}

async function sendMany(count: number, sent: Sent): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) statuses.push((await send(sent)).status);
  return statuses;
}

const TOO_MANY = {
  status: 429,
  code: 'too-many-requests',
  retryAfter: expect.stringMatching(/^\d+$/) as string,
};

describe('a person', () => {
  it('is answered sixty messages in a minute; others, of the same conversation too, go on', async () => {
    await startForAzure();
    const token = provider.token();
    expect(new Set(await sendMany(60, { token }))).toEqual(new Set([200]));
    expect(await send({ token })).toEqual(TOO_MANY);
    expect(await send({ token, from: 'bob' })).toMatchObject({ status: 200 });
    expect(await send({ token, conversation: 'other' })).toMatchObject({ status: 200 });
  });
});

describe('an address', () => {
  it('of a channel is never closed for what has good tokens', async () => {
    await startForAzure();
    const statuses = await Promise.all(
      Array.from({ length: 200 }, (_, at) => send({ token: provider.token(), from: `person ${at}` })),
    );
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('from which nobody can be authenticated is refused unread after sixty tries; others are not', async () => {
    await startForAzure();
    const token = provider.token({}, {}, forged);
    expect(new Set(await sendMany(60, { token }))).toEqual(new Set([401]));
    expect(await send({ token })).toEqual(TOO_MANY);
    expect(await send({ token: provider.token() })).toEqual(TOO_MANY);
    const unread = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': '203.0.113.1' },
      body: 'no activity at all',
    });
    expect(unread.status).toBe(429);
    expect(await send({ token: provider.token(), address: '203.0.113.2' })).toMatchObject({ status: 200 });
  });

  it('cannot be closed to us by a channel that calls us for another bot', async () => {
    await startForAzure();
    const token = provider.token({ aud: 'another-bot' });
    expect(new Set(await sendMany(70, { token }))).toEqual(new Set([401]));
    expect(await send({ token: provider.token() })).toMatchObject({ status: 200 });
  });

  it('without a token is refused before its body is read', async () => {
    await startForAzure();
    const response = await fetch(`${bot.url}/api/messages`, { method: 'POST', body: 'no activity at all' });
    expect(response.status).toBe(401);
  });

  it('may send what sixty people may, each chat of a minute one, where nobody proves who they are', async () => {
    await start({ env: { CHATS_PER_MINUTE: '2' } });
    const statuses = await Promise.all(
      Array.from({ length: 121 }, (_, at) => send({ from: `person ${at}`, conversation: `${at}` })),
    );
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(120);
    expect(statuses.find(({ status }) => status !== 200)).toEqual(TOO_MANY);
    expect(await send({ address: '203.0.113.2' })).toMatchObject({ status: 200 });
  });

  it('of this machine may send on, as the Emulator and tests of load do', async () => {
    await start({ env: { CHATS_PER_MINUTE: '1' } });
    for (const address of ['127.0.0.1', '::1']) {
      const statuses = await Promise.all(
        Array.from({ length: 70 }, () => send({ address, conversation: address })),
      );
      expect(statuses.filter(({ status, code }) => status === 429 && code === 'too-many-requests')).toEqual(
        [],
      );
    }
  });
});

describe('an address whose tokens are for other bots', () => {
  it('is refused unread after 1,200 of them in a minute, for these alone', async () => {
    const limits = createMessageLimits(readConfig(CREDENTIALS));
    const callWith = (aud: string): Request =>
      ({
        headers: { authorization: `Bearer ${new UnsecuredJWT({ aud }).encode()}` },
        socket: { remoteAddress: '203.0.113.1' },
      }) as Request;
    const [stray, ours] = [callWith('another bot'), callWith(APP_ID)];
    for (let count = 0; count < 1200; count++) {
      await limits.admit(stray);
      await limits.fail(stray);
    }
    for (const refuse of [limits.fail, limits.admit]) {
      await expect(refuse(stray)).rejects.toMatchObject({ status: 429 });
    }
    await limits.admit(ours);
  });
});
