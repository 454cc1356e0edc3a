// Where a stranger may lead the bot: nowhere. What it calls stands in its settings, and what an activity names is not called.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServiceUrlPolicy } from '../../src/http/origins';
import { aDirectMessage, aMessage, startBot } from '../helpers/httpBot';
import { APP_ID, startOpenIdProvider } from '../helpers/httpOpenId';

/** A server that must not be called; or that leads on to another. */
async function startServer(location?: string) {
  const called: string[] = [];
  const server = createServer((req, res) => {
    called.push(`${req.method} ${req.url}`);
    res.writeHead(location ? 307 : 200, location ? { Location: location } : {});
    res.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, called, close };
}

const METADATA = '169.254.169.254';

describe('a serviceUrl', () => {
  it.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net./',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:password@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilbotframework.com/',
    'https://botframework.com/',
    'https://localhost/',
    'http://127.0.0.1/',
    `http://${METADATA}/`,
  ])('with credentials may not be %s', (serviceUrl) => {
    expect(createServiceUrlPolicy(true, [])(serviceUrl)).toBe(false);
  });

  it.each([
    `http://${METADATA}/`,
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    `http://[::ffff:${METADATA}]/`,
    'http://[fd00::1]/',
    'http://[::]/',
    'http://0.0.0.0/',
    'http://localhost./',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://127.0.0.1:80@evil.example/',
    'http://evil.example#127.0.0.1',
    'http://evil.example\\127.0.0.1/',
    'http://①②⑦.example/',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1/',
    '//127.0.0.1/',
  ])('without credentials may not be %s', (serviceUrl) => {
    expect(createServiceUrlPolicy(false, [])(serviceUrl)).toBe(false);
  });

  // What the URL standard reads as this machine is this machine, however it is written.
  it.each([
    'http://2130706433:3000/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://[0:0::1]/',
    'http://LOCALHOST/',
  ])('without credentials may be this machine, as %s', (serviceUrl) => {
    expect(createServiceUrlPolicy(false, [])(serviceUrl)).toBe(true);
  });
});

describe('a reply', () => {
  it('does not follow where the connector leads it', async () => {
    const secret = await startServer();
    const connector = await startServer(`${secret.url}/internal`);
    const bot = await startBot({ firstRetryMs: 1 });
    expect((await bot.post(aMessage({ serviceUrl: connector.url }))).status).toBe(200);
    expect(connector.called.length).toBeGreaterThan(0);
    expect(secret.called).toEqual([]);
    await bot.close();
    connector.close();
    secret.close();
  });
});

describe('an activity', () => {
  it('has nothing fetched that it names: no files, no avatars, no keys', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const secret = await startServer();
    const provider = await startOpenIdProvider();
    const env = {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'pa55word',
      MicrosoftAppTenantId: 'b0b0b0b0-0000-4000-8000-000000000002',
    };
    const bot = await startBot({ env, cloud: provider.cloud });
    const attachments = ['image/png', 'application/vnd.microsoft.teams.file.download.info', 'text/html'].map(
      (contentType) => ({
        contentType,
        contentUrl: `${secret.url}/file`,
        thumbnailUrl: `${secret.url}/thumbnail`,
        content: { downloadUrl: `${secret.url}/download` },
      }),
    );
    const activity = {
      ...aDirectMessage({
        attachments,
        channelData: { openIdMetadata: secret.url, callbackUrl: secret.url },
      }),
      serviceUrl: undefined,
      callerId: secret.url,
    };
    const good = `Bearer ${provider.token()}`;
    expect((await bot.post(activity, { Authorization: good })).status).toBe(200);
    const header = { jku: `${secret.url}/keys`, x5u: `${secret.url}/certificate`, kid: 'another' };
    for (const claims of [{ iss: secret.url }, { jwks_uri: secret.url }]) {
      const bad = `Bearer ${provider.token(claims, header)}`;
      expect((await bot.post(activity, { Authorization: bad })).status).toBe(401);
    }
    expect(secret.called).toEqual([]);
    await bot.close();
    await provider.close();
    secret.close();
  });
});
