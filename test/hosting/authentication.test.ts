// Who may call the bot once it has credentials, with real tokens checked against a real (loopback) OpenID provider.
import {
  aDirectMessage,
  aMessage,
  repliesIn,
  startBot,
  type BotOptions,
  type RunningBot,
} from '../helpers/httpBot';
import { startConnector } from '../helpers/httpConnector';
import { LOGIN_TOKEN, startLogin } from '../helpers/httpLogin';
import { MANAGED_TOKEN, startManagedIdentity } from '../helpers/httpManagedIdentity';
import {
  APP_ID,
  confused,
  forged,
  startOpenIdProvider,
  unsigned,
  type OpenIdProvider,
} from '../helpers/httpOpenId';

const CREDENTIALS = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'pa55word',
  MicrosoftAppTenantId: 'b0b0b0b0-0000-4000-8000-000000000002',
};
const ALLOWED = 'http://127.0.0.1:9999';

let provider: OpenIdProvider;
let bot: RunningBot;

beforeAll(async () => {
  // The SDK prints every token it refuses to the console; our own log says it too.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  provider = await startOpenIdProvider();
  bot = await startBot({ env: { ...CREDENTIALS, SERVICE_URLS: ALLOWED }, cloud: provider.cloud });
});
afterAll(async () => {
  await bot.close();
  await provider.close();
});

const postWith = (token: string | undefined, activity = aDirectMessage()): Promise<Response> =>
  bot.post(
    { ...activity, serviceUrl: activity.deliveryMode ? undefined : activity.serviceUrl },
    {
      ...(token !== undefined && { Authorization: token }),
    },
  );

async function expectUnauthorized(response: Response): Promise<void> {
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await response.json()).toEqual({
    error: { code: 'unauthorized', message: 'The caller could not be authenticated.' },
  });
}

it('lets in a caller with a good token', async () => {
  const response = await postWith(`Bearer ${provider.token()}`);
  expect(response.status).toBe(200);
  expect(await repliesIn(response)).toEqual(['1: hello']);
});

describe('refuses with 401', () => {
  const now = (): number => Math.floor(Date.now() / 1000);

  it.each<[string, () => string | undefined]>([
    ['no token', () => undefined],
    ['an empty header', () => ' '],
    ['garbage', () => 'garbage'],
    ['a garbage token', () => 'Bearer garbage'],
    ['three garbage parts', () => 'Bearer a.b.c'],
    ['another scheme', () => `Basic ${provider.token()}`],
    ['a forged signature', () => `Bearer ${provider.token({}, {}, forged)}`],
    ['alg none', () => `Bearer ${provider.token({}, { alg: 'none' }, unsigned)}`],
    ['alg none, keeping RS256 in the header', () => `Bearer ${provider.token({}, {}, unsigned)}`],
    ['a shared-secret signature', () => `Bearer ${provider.token({}, { alg: 'HS256' }, confused)}`],
    ['a key nobody published', () => `Bearer ${provider.token({}, { kid: 'key-2' })}`],
    ['an expired token', () => `Bearer ${provider.token({ exp: now() - 3600 })}`],
    ['a token of the future', () => `Bearer ${provider.token({ nbf: now() + 3600 })}`],
    ['a token for another bot', () => `Bearer ${provider.token({ aud: 'app-2' })}`],
    ['a token for nobody', () => `Bearer ${provider.token({ aud: undefined })}`],
    ['another issuer', () => `Bearer ${provider.token({ iss: 'https://evil.example' })}`],
  ])('%s', async (_, header) => {
    await expectUnauthorized(await postWith(header()));
  });

  it('a token that was given for another serviceUrl', async () => {
    const token = provider.token({ serviceurl: 'https://smba.trafficmanager.net/other/' });
    await expectUnauthorized(await postWith(`Bearer ${token}`, aMessage({ serviceUrl: `${ALLOWED}/` })));
  });

  it('a key that its provider did not endorse for the channel', async () => {
    const teams = await startOpenIdProvider({ endorsements: ['msteams'] });
    const strict = await startBot({ env: CREDENTIALS, cloud: teams.cloud });
    const message = { ...aDirectMessage(), serviceUrl: undefined };
    const headers = { Authorization: `Bearer ${teams.token()}` };
    expect((await strict.post({ ...message, channelId: 'msteams' }, headers)).status).toBe(200);
    await expectUnauthorized(await strict.post({ ...message, channelId: 'webchat' }, headers));
    await strict.close();
    await teams.close();
  });

  it('everyone while the provider of the keys cannot be reached', async () => {
    const gone = await startOpenIdProvider();
    const lonely = await startBot({ env: CREDENTIALS, cloud: gone.cloud });
    await gone.close();
    const headers = { Authorization: `Bearer ${gone.token()}` };
    await expectUnauthorized(await lonely.post({ ...aDirectMessage(), serviceUrl: undefined }, headers));
    expect(lonely.log.join()).toContain('ECONNREFUSED');
    await lonely.close();
  });

  it('everyone while the provider of the keys does not answer', async () => {
    const silent = await startOpenIdProvider({ isSilent: true });
    const lonely = await startBot({ env: CREDENTIALS, cloud: silent.cloud, remoteTimeoutMs: 50 });
    const headers = { Authorization: `Bearer ${silent.token()}` };
    await expectUnauthorized(await lonely.post({ ...aDirectMessage(), serviceUrl: undefined }, headers));
    await silent.close();
    await lonely.close();
  });

  it('and logs why, but neither the token nor the password', () => {
    expect(bot.log.join()).toContain('The token has expired');
    expect(bot.log.join()).toContain('invalid signature');
    expect(bot.log.join()).not.toMatch(/eyJ|pa55word/);
  });
});

describe('a message of Teams with its serviceUrl', () => {
  const serviceUrl = 'https://smba.trafficmanager.net/emea/tenant/';
  const fromTeams = { ...aDirectMessage({ channelId: 'msteams' }), serviceUrl };
  const now = (): number => Math.floor(Date.now() / 1000);
  let teams: OpenIdProvider;
  let strict: RunningBot;

  beforeAll(async () => {
    teams = await startOpenIdProvider({ endorsements: ['msteams'] });
    strict = await startBot({ env: CREDENTIALS, cloud: teams.cloud });
  });
  afterAll(async () => {
    await strict.close();
    await teams.close();
  });
  const post = (token: string, activity: object = fromTeams): Promise<Response> =>
    strict.post(activity, { Authorization: `Bearer ${token}` });

  it('is let in with its token', async () => {
    expect((await post(teams.token({ serviceurl: serviceUrl }))).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>]>([
    ['an expired', { exp: now() - 3600 }],
    ["another bot's", { aud: 'a0a0a0a0-0000-4000-8000-000000000009' }],
    ["another issuer's", { iss: 'https://evil.example' }],
    ["another serviceUrl's", { serviceurl: 'https://smba.trafficmanager.net/amer/tenant/' }],
    ['no', { serviceurl: undefined }],
  ])('is refused with %s token', async (_, claims) => {
    await expectUnauthorized(await post(teams.token({ serviceurl: serviceUrl, ...claims })));
  });

  it('is refused with a forged token', async () => {
    await expectUnauthorized(await post(teams.token({ serviceurl: serviceUrl }, {}, forged)));
  });

  it('is refused with a token of a key that is not endorsed for Teams', async () => {
    const other = await startOpenIdProvider({ endorsements: ['slack'] });
    const wary = await startBot({ env: CREDENTIALS, cloud: other.cloud });
    const headers = { Authorization: `Bearer ${other.token({ serviceurl: serviceUrl })}` };
    await expectUnauthorized(await wary.post(fromTeams, headers));
    await wary.close();
    await other.close();
  });
});

describe('a reply to the connector', () => {
  /** What the connector sees of a bot with these credentials that answers one message. */
  async function authorizationOfReply(options: BotOptions): Promise<(string | undefined)[]> {
    const connector = await startConnector();
    const answering = await startBot({
      ...options,
      env: { ...options.env, SERVICE_URLS: connector.url },
      cloud: provider.cloud,
    });
    const token = provider.token({ aud: options.env?.MicrosoftAppId, serviceurl: connector.url });
    await answering.post(aMessage({ serviceUrl: connector.url }), { Authorization: `Bearer ${token}` });
    await answering.close();
    await connector.close();
    expect(connector.received.map(({ text }) => text)).toEqual(['1: hello']);
    return connector.requests.map(({ authorization }) => authorization);
  }

  it('carries the token that the managed identity gave', async () => {
    const identity = await startManagedIdentity(APP_ID);
    const env = { ...CREDENTIALS, MicrosoftAppPassword: '', MicrosoftAppType: 'UserAssignedMSI' };
    expect(await authorizationOfReply({ env })).toEqual([`Bearer ${MANAGED_TOKEN}`]);
    await identity.close();
    expect(identity.asked.map((query) => query.get('resource'))).toEqual(['https://api.example']);
  });

  it('carries the token that the login gave for the secret', async () => {
    const login = await startLogin();
    const { MicrosoftAppPassword, MicrosoftAppTenantId } = CREDENTIALS;
    // Not the id of the other tests: the SDK keeps tokens by id.
    const appId = 'a0a0a0a0-0000-4000-8000-000000000004';
    const credentialsFactory = login.credentialsFactory(appId, MicrosoftAppPassword, MicrosoftAppTenantId);
    const env = { ...CREDENTIALS, MicrosoftAppId: appId };
    expect(await authorizationOfReply({ env, credentialsFactory })).toEqual([`Bearer ${LOGIN_TOKEN}`]);
    await login.close();
    expect(login.asked.map(({ form }) => form.get('client_secret'))).toEqual([MicrosoftAppPassword]);
  });
});

describe('with a good token, a serviceUrl', () => {
  it.each([
    'https://evil.example/',
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilbotframework.com/',
    'http://127.0.0.1:8080/',
    'http://localhost/',
    'http://169.254.169.254/',
  ])('%s is refused', async (serviceUrl) => {
    const token = provider.token({ serviceurl: serviceUrl });
    const response = await bot.post(aDirectMessage({ serviceUrl }), { Authorization: `Bearer ${token}` });
    expect(response.status).toBe(403);
  });

  it.each([
    'https://smba.trafficmanager.net/amer/',
    'https://SMBA.trafficmanager.net/teams/',
    'https://directline.botframework.com/',
    'https://webchat.botframework.us/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    `${ALLOWED}/connector`,
  ])('%s is taken', async (serviceUrl) => {
    const token = provider.token({ serviceurl: serviceUrl });
    const response = await bot.post(aDirectMessage({ serviceUrl }), { Authorization: `Bearer ${token}` });
    expect(response.status).toBe(200);
  });
});
