// Azure's login on loopback: refuses or gives tokens to Microsoft's own client (MSAL), which asks no address but Azure's,
// so its requests are led here.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { MsalAppCredentials, PasswordServiceClientCredentialFactory } from 'botframework-connector';

export const LOGIN_TOKEN = 'token-of-the-login';
const TOKEN = { token_type: 'Bearer', expires_in: 3600, access_token: LOGIN_TOKEN };

export interface Login {
  /** Paths and bodies of the requests for a token. */
  readonly asked: readonly { readonly path: string; readonly form: URLSearchParams }[];
  /** What the SDK has for an app with a password, with its way to Azure ending here. */
  credentialsFactory(
    appId: string,
    password: string,
    tenantId: string,
  ): PasswordServiceClientCredentialFactory;
  close(): Promise<void>;
}

/** @param refusal `AADSTS...: words` in place of a token */
export async function startLogin(refusal?: string): Promise<Login> {
  const asked: Login['asked'][number][] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += String(chunk)));
    req.on('end', () => {
      asked.push({ path: new URL(req.url ?? '', url).pathname, form: new URLSearchParams(body) });
      res.writeHead(refusal ? 401 : 200, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(refusal ? refused(refusal) : TOKEN));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async <T>(method: string, azure: string, options?: NetworkRequestOptions) => {
    const { pathname, search } = new URL(azure);
    const { headers, body } = options ?? {};
    const response = await fetch(url + pathname + search, { method, headers, body });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
    };
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (azure, options) => ask('GET', azure, options),
    sendPostRequestAsync: (azure, options) => ask('POST', azure, options),
  };
  return {
    asked,
    credentialsFactory(appId, password, tenantId) {
      const factory = new PasswordServiceClientCredentialFactory(appId, password, tenantId);
      factory.createCredentials = (_, scope) => {
        const authority = `https://login.microsoftonline.com/${tenantId}`;
        const auth = { clientId: appId, clientSecret: password, authority };
        const app = new ConfidentialClientApplication({ auth, system: { networkClient } });
        return Promise.resolve(new MsalAppCredentials(app, appId, authority, scope));
      };
      return factory;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const refused = (words: string) => ({
  error: 'invalid_client',
  error_description: `${words} Trace ID: t Correlation ID: c Timestamp: 2026-11-28 09:00:00Z`,
  error_codes: [Number(/\d+/.exec(words)?.[0])],
});
