import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { ConfigError } from '../../src/errors';
import { readConfig } from '../../src/hosting/config';

const APP_ID = 'a0a0a0a0-0000-4000-8000-000000000001';
const TENANT_ID = 'b0b0b0b0-0000-4000-8000-000000000002';
const APP = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'pa55word',
  MicrosoftAppTenantId: TENANT_ID,
};

describe('readConfig', () => {
  it('needs nothing for the Emulator, and then listens on this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      knowledgeDir: 'knowledge',
      logLevel: 'info',
      credentials: undefined,
      serviceUrls: [],
      publicUrl: undefined,
      widgetOrigins: [],
      azureDirectLine: undefined,
      chatsPerMinute: 60,
      proxyHops: 0,
      retentionDays: 30,
      knowledgeWatch: false,
      drainSeconds: 0,
      metrics: undefined,
      keepUnanswered: true,
      operator: {},
    });
  });

  it('reads the secret of Azure Direct Line, and prints it nowhere', () => {
    const { azureDirectLine } = readConfig({ DIRECT_LINE_SECRET: 's3cret' });
    expect(azureDirectLine?.secret()).toBe('s3cret');
    expect(azureDirectLine?.origin).toBe('https://directline.botframework.com');
    expect(inspect(azureDirectLine) + JSON.stringify(azureDirectLine)).not.toContain('s3cret');
  });

  it('refuses a secret that no header can hold, without repeating it', () => {
    const read = (): unknown => readConfig({ DIRECT_LINE_SECRET: 's3\ncret' });
    expect(read).toThrow('DIRECT_LINE_SECRET');
    expect(read).not.toThrow('cret has');
  });

  it('reads the pages that may show the chat, and the region of Azure Direct Line', () => {
    const env = {
      WIDGET_ORIGINS: 'https://school.example, http://localhost:8080',
      DIRECT_LINE_SECRET: 's3cret',
      DIRECT_LINE_URL: 'https://europe.directline.botframework.com',
    };
    const config = readConfig(env);
    expect(config.widgetOrigins).toEqual(['https://school.example', 'http://localhost:8080']);
    expect(config.azureDirectLine?.origin).toBe('https://europe.directline.botframework.com');
  });

  it.each([
    ['WIDGET_ORIGINS', 'https://school.example/page'],
    ['WIDGET_ORIGINS', '*'],
    ['CHATS_PER_MINUTE', '0'],
    ['PROXY_HOPS', '-1'],
    ['RETENTION_DAYS', '1.5'],
  ])('refuses %s=%s and names both', (name, value) => {
    const read = (): unknown => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
    expect(read).toThrow(`"${value}"`);
  });

  it.each(['ask@school.example', 'https://school.example/contact?from=chat'])(
    'reads who runs the bot, and where to ask: %s',
    (OPERATOR_CONTACT) => {
      const { operator } = readConfig({ OPERATOR_NAME: ' Sample College ', OPERATOR_CONTACT });
      expect(operator).toEqual({ name: 'Sample College', contact: OPERATOR_CONTACT });
    },
  );

  it('serves metrics to this machine only, unless told otherwise', () => {
    expect(readConfig({ METRICS_PORT: '9100' }).metrics).toEqual({ port: 9100, host: '127.0.0.1' });
    const env = { METRICS_PORT: '0', METRICS_HOST: '0.0.0.0' };
    expect(readConfig(env).metrics).toEqual({ port: 0, host: '0.0.0.0' });
    expect(() => readConfig({ METRICS_PORT: '70000' })).toThrow(/^METRICS_PORT is "70000"/);
  });

  it.each([
    ['KNOWLEDGE_WATCH', 'yes'],
    ['DRAIN_SECONDS', '-1'],
    ['DRAIN_SECONDS', '601'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} is "${value}"`);
  });

  it('takes empty and blank for absent, as .env.example leaves them', () => {
    expect(readConfig({ PORT: '', HOST: ' ', MicrosoftAppId: '', LOG_LEVEL: ' ' })).toEqual(readConfig({}));
  });

  it('reads a single-tenant bot, the default, and then listens to everyone', () => {
    const { credentials, host } = readConfig(APP);
    expect(host).toBe('0.0.0.0');
    expect(credentials).toMatchObject({ type: 'SingleTenant', appId: APP_ID, tenantId: TENANT_ID });
    expect(credentials?.type === 'SingleTenant' && credentials.password()).toBe('pa55word');
  });

  it('gives ids in small letters, as tokens have them', () => {
    const { credentials } = readConfig({ ...APP, MicrosoftAppId: APP_ID.toUpperCase() });
    expect(credentials?.appId).toBe(APP_ID);
  });

  it('reads a managed identity', () => {
    const env = {
      MicrosoftAppId: APP_ID,
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppTenantId: TENANT_ID,
    };
    expect(readConfig(env).credentials).toEqual({
      type: 'UserAssignedMSI',
      appId: APP_ID,
      tenantId: TENANT_ID,
    });
  });

  it('reads hosts and origins that replies may go to', () => {
    const env = { SERVICE_URLS: ' bot.example.org, http://localhost:56150/ ,,https://[::1]:8443' };
    expect(readConfig(env).serviceUrls).toEqual([
      'https://bot.example.org',
      'http://localhost:56150',
      'https://[::1]:8443',
    ]);
  });

  it.each([
    ['https://bot.example.org', 'https://bot.example.org'],
    ['https://bot.example.org/', 'https://bot.example.org'],
    [' http://LOCALHOST:3978 ', 'http://localhost:3978'],
    ['https://example.org/my/bot/', 'https://example.org/my/bot'],
  ])('reads %s as the address where people reach it', (PUBLIC_URL, publicUrl) => {
    expect(readConfig({ PUBLIC_URL }).publicUrl).toBe(publicUrl);
  });

  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('listens on %s without credentials', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST);
  });

  it('listens to everyone without credentials only when told that this is meant', () => {
    expect(readConfig({ HOST: '0.0.0.0', ALLOW_ANONYMOUS: 'true' }).host).toBe('0.0.0.0');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is a word', { PORT: 'http' }, /^PORT is "http".*0 to 65535/],
    ['a port out of range', { PORT: '65536' }, /^PORT is "65536"/],
    ['a negative port', { PORT: '-1' }, /^PORT is "-1"/],
    ['a port with a fraction', { PORT: '39.78' }, /^PORT/],
    ['a port in another notation', { PORT: '0x10' }, /^PORT/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud".*info/],
    ['an open door', { HOST: '0.0.0.0' }, /^HOST is "0.0.0.0" without MicrosoftAppId.*ALLOW_ANONYMOUS/],
    ['an open door by another name', { HOST: '::' }, /^HOST is "::"/],
    ['a name that only looks local', { HOST: 'localhost.example.org' }, /^HOST/],
    ['an unclear permission', { ALLOW_ANONYMOUS: 'yes' }, /^ALLOW_ANONYMOUS is "yes".*true or false/],
    [
      'an operator of two lines',
      { OPERATOR_NAME: 'Sample\nCollege' },
      /^OPERATOR_NAME is "Sample\\nCollege"/,
    ],
    ['a name that is a story', { OPERATOR_NAME: 'x'.repeat(101) }, /^OPERATOR_NAME.*100 characters/],
    ...[
      'school.example',
      'http://school.example/',
      'mailto:a@b.example',
      'a@b',
      'a@b.example?bcc=c@d.example',
    ].map((OPERATOR_CONTACT): [string, Record<string, string>, RegExp] => [
      `${OPERATOR_CONTACT} to ask at`,
      { OPERATOR_CONTACT },
      /^OPERATOR_CONTACT is ".*an e-mail address, or a page/,
    ]),
    ['a page with a password', { OPERATOR_CONTACT: 'https://me:pw@school.example/' }, /^OPERATOR_CONTACT/],
    [
      'an id without password',
      { ...APP, MicrosoftAppPassword: '' },
      /a0a0a0a0.*without MicrosoftAppPassword/,
    ],
    ['an id without tenant', { ...APP, MicrosoftAppTenantId: '' }, /a0a0a0a0.*without MicrosoftAppTenantId/],
    [
      'a password without id',
      { MicrosoftAppPassword: 'pa55word' },
      /^MicrosoftAppPassword is set without MicrosoftAppId/,
    ],
    [
      'a tenant without id',
      { MicrosoftAppTenantId: TENANT_ID },
      /^MicrosoftAppTenantId is "b0b0.*" without MicrosoftAppId/,
    ],
    ['a type without id', { MicrosoftAppType: 'SingleTenant' }, /^MicrosoftAppType.*without MicrosoftAppId/],
    [
      'a managed identity with password',
      { ...APP, MicrosoftAppType: 'UserAssignedMSI' },
      /with MicrosoftAppPassword.*remove/,
    ],
    [
      'a name as id',
      { ...APP, MicrosoftAppId: 'career bot' },
      /^MicrosoftAppId is "career bot".*GUID.*client\) id/,
    ],
    [
      'a secret as id, which it does not print',
      { ...APP, MicrosoftAppId: 'pa55word~with.a_tilde' },
      /^MicrosoftAppId looks like a client secret, which belongs into MicrosoftAppPassword/,
    ],
    [
      'a secret of another kind as tenant',
      { ...APP, MicrosoftAppTenantId: 'pa55word'.repeat(5) },
      /^MicrosoftAppTenantId looks like a client secret/,
    ],
    [
      'a domain as tenant',
      { ...APP, MicrosoftAppTenantId: 'school.onmicrosoft.com' },
      /^MicrosoftAppTenantId looks like the name of a domain.*directory \(tenant\) id/,
    ],
    [
      'an address as tenant',
      { ...APP, MicrosoftAppTenantId: 'https://login.microsoftonline.com/b0b0' },
      /^MicrosoftAppTenantId looks like an address/,
    ],
    [
      'an id in quotes',
      { ...APP, MicrosoftAppId: `"${APP_ID}"` },
      /^MicrosoftAppId looks like a value with quotes/,
    ],
    [
      'the same id twice',
      { ...APP, MicrosoftAppTenantId: APP_ID },
      /^MicrosoftAppId is "a0a0.* and MicrosoftAppTenantId the same/,
    ],
    [
      "the secret's id in place of its value",
      { ...APP, MicrosoftAppPassword: 'c0c0c0c0-0000-4000-8000-000000000003' },
      /^MicrosoftAppPassword is a GUID.*value of the client secret/,
    ],
    [
      'an open door that is locked',
      { ...APP, ALLOW_ANONYMOUS: 'true' },
      /^ALLOW_ANONYMOUS is true with MicrosoftAppId/,
    ],
    [
      'a public address that Azure does not take',
      { ...APP, PUBLIC_URL: 'http://bot.example' },
      /^PUBLIC_URL is "http:\/\/bot.example" with MicrosoftAppId.*https/,
    ],
    ['an unknown type', { ...APP, MicrosoftAppType: 'Multi' }, /^MicrosoftAppType is "Multi".*SingleTenant/],
    [
      'a multi-tenant bot',
      { ...APP, MicrosoftAppType: 'MultiTenant' },
      /^MicrosoftAppType.*since 2025-07-31.*SingleTenant/,
    ],
    [
      'a service URL with a path',
      { SERVICE_URLS: 'a.example, https://b.example/path' },
      /^SERVICE_URLS has "https:\/\/b/,
    ],
    ['a service URL of another kind', { SERVICE_URLS: 'ftp://a.example' }, /^SERVICE_URLS/],
    ['a service URL with a password', { SERVICE_URLS: 'https://u:p@a.example' }, /^SERVICE_URLS/],
    ['a public URL without scheme', { PUBLIC_URL: 'a.example' }, /^PUBLIC_URL is "a.example".*https:/],
    ['a public host and port alone', { PUBLIC_URL: 'localhost:3978' }, /^PUBLIC_URL/],
    ['a public URL of another kind', { PUBLIC_URL: 'ftp://a.example' }, /^PUBLIC_URL/],
    ['a public URL with a query', { PUBLIC_URL: 'https://a.example/?a=1' }, /^PUBLIC_URL/],
    ['a public URL with a fragment', { PUBLIC_URL: 'https://a.example/#a' }, /^PUBLIC_URL/],
    ['a public URL with a name and password', { PUBLIC_URL: 'https://u:p@a.example' }, /^PUBLIC_URL/],
  ])('stops at %s with one line that names variable, value and remedy', (_, env, message) => {
    const read = (): unknown => readConfig(env);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n|pa55word|c0c0c0c0/);
  });

  it('is frozen through and through', () => {
    const config = readConfig({ ...APP, SERVICE_URLS: 'a.example' });
    expect([config, config.credentials, config.serviceUrls].every(Object.isFrozen)).toBe(true);
  });

  it('gives a password that neither JSON nor inspect shows', () => {
    const config = readConfig(APP);
    expect(JSON.stringify(config) + inspect(config, { depth: null, showHidden: true })).not.toContain(
      'pa55word',
    );
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');

  it('names exactly the variables that readConfig reads', () => {
    const read = new Set<string>();
    const env = new Proxy(
      {},
      {
        get: (_, name) => void read.add(String(name)),
      },
    );
    readConfig(env);
    const listed = lines.flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? []);
    expect(listed.sort()).toEqual([...read].sort());
  });

  it('explains each variable on the line before it', () => {
    lines.forEach((line, i) => {
      if (/^\w+=/.test(line)) expect(lines[i - 1]).toMatch(/^# \S/);
    });
  });
});
