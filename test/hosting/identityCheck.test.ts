// Whether the log tells at the start that Azure takes the bot, with Microsoft's own clients and stand-ins on loopback.
import { createAdapter } from '../../src/hosting/adapter';
import type { Credentials } from '../../src/hosting/credentials';
import { checkIdentity } from '../../src/hosting/identityCheck';
import { createLogger } from '../../src/logging';
import { startLogin } from '../helpers/httpLogin';
import { startManagedIdentity, type ManagedIdentity } from '../helpers/httpManagedIdentity';

const TENANT_ID = 'b0b0b0b0-0000-4000-8000-000000000002';
let apps = 0;
/** A new one for each test: the SDK keeps tokens for as long as the process lives. */
const newAppId = (): string => `a0a0a0a0-0000-4000-8000-${String(++apps).padStart(12, '0')}`;
const withSecret = (): Credentials => ({
  type: 'SingleTenant',
  appId: newAppId(),
  tenantId: TENANT_ID,
  password: () => 'pa55word',
});
const managed = (appId: string): Credentials => ({ type: 'UserAssignedMSI', appId, tenantId: TENANT_ID });
const MANAGED_ID = newAppId();

let identity: ManagedIdentity;
beforeAll(async () => {
  identity = await startManagedIdentity(MANAGED_ID);
});
afterAll(() => identity.close());

/** The lines that the check of a bot with these credentials logs. */
async function check(
  credentials: Credentials,
  options: Pick<Parameters<typeof createAdapter>[1], 'credentialsFactory'> = {},
) {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  const resetDialog = () => Promise.resolve();
  const adapter = createAdapter({ credentials }, { logger, errorText: () => '', resetDialog, ...options });
  const fetchToken = (): Promise<unknown> => adapter.fetchToken(credentials.appId);
  await checkIdentity({ credentials, fetchToken, logger });
  expect(lines.join()).not.toMatch(/pa55word|token-of/);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as {
    level: number;
    msg: string;
    code?: string;
    reason?: string;
    appId: string;
  };
}

async function checkWithSecret(refusal?: string) {
  const login = await startLogin(refusal);
  const credentials = withSecret();
  const { appId, tenantId } = credentials;
  const line = await check(credentials, {
    credentialsFactory: login.credentialsFactory(appId, 'pa55word', tenantId),
  });
  await login.close();
  return { line, login, appId };
}

const ERROR = 50;
const INFO = 30;

describe('checkIdentity', () => {
  it('asks Azure for the token of a reply, and says that it came', async () => {
    const { line, login, appId } = await checkWithSecret();
    expect(line).toMatchObject({ level: INFO, appId, msg: 'Azure knows the bot' });
    expect(login.asked.map(({ path }) => path)).toEqual([`/${TENANT_ID}/oauth2/v2.0/token`]);
    expect(Object.fromEntries(login.asked[0]!.form)).toMatchObject({
      client_id: appId,
      client_secret: 'pa55word',
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    });
  });

  it.each([
    ['AADSTS7000215', 'Invalid client secret provided.', /value of a client secret, not its id/],
    ['AADSTS7000222', 'The provided client secret keys for app are expired.', /expired: make a new one/],
    [
      'AADSTS700016',
      'Application was not found in the directory.',
      /MicrosoftAppId and MicrosoftAppTenantId/,
    ],
    ['AADSTS7000229', 'The client application is missing service principal.', /add one/],
    ['AADSTS90002', "Tenant 'b0b0' not found.", /directory \(tenant\) id/],
    ['AADSTS53003', 'Access has been blocked.', /see its code/],
  ])('says what to do about %s', async (code, words, remedy) => {
    const { line } = await checkWithSecret(`${code}: ${words}`);
    expect(line).toMatchObject({ level: ERROR, code });
    expect(line.msg).toMatch(/^Azure gives the bot no token, so no reply arrives: /);
    expect(line.msg).toMatch(remedy);
  });

  it('says that Azure could not be asked, where there is no way to it', async () => {
    const login = await startLogin();
    await login.close();
    const credentials = withSecret();
    const credentialsFactory = login.credentialsFactory(credentials.appId, 'pa55word', TENANT_ID);
    const line = await check(credentials, { credentialsFactory });
    expect(line.level).toBe(ERROR);
    expect(line.msg).toContain('let the bot reach https://login.microsoftonline.com');
  });

  it('gets the token of a managed identity from the machine', async () => {
    expect(await check(managed(MANAGED_ID))).toMatchObject({ level: INFO, msg: 'Azure knows the bot' });
    expect(identity.asked.map((query) => query.get('client_id'))).toEqual([MANAGED_ID]);
  });

  it('says where a managed identity is missing, in one line with its reason', async () => {
    const line = await check(managed(newAppId()));
    expect(line.level).toBe(ERROR);
    expect(line.msg).toContain('no managed identity answers: assign');
    expect(line.reason).toContain('No User Assigned Managed Identity found');
  });

  it('does not wait for ever, and never rejects', async () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    const fetchToken = () => new Promise<never>(() => undefined);
    await checkIdentity({ credentials: managed(newAppId()), fetchToken, logger, timeoutMs: 20 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('no managed identity answers');
  });
});
