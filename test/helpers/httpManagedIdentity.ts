// The managed identity of an Azure App Service on loopback: gives tokens to who knows its header, or has no identity.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const MANAGED_TOKEN = 'token-of-the-managed-identity';

export interface ManagedIdentity {
  /** The queries of the requests that had the right header. */
  readonly asked: readonly URLSearchParams[];
  /** Ends what starting has put into the environment, too. */
  close(): Promise<void>;
}

const HEADER = 'only-the-machine-knows';

/**
 * Puts itself into the environment, as App Service does, for @azure/identity looks nowhere else; and only once in a
 * process, so start one in a test file.
 * @param clientId of the identity that the machine has
 */
export async function startManagedIdentity(clientId: string): Promise<ManagedIdentity> {
  const asked: URLSearchParams[] = [];
  const server = createServer((req, res) => {
    const isOurs = req.headers['x-identity-header'] === HEADER;
    const query = new URL(req.url ?? '', 'http://localhost').searchParams;
    const isAssigned = isOurs && query.get('client_id') === clientId;
    if (isOurs) asked.push(query);
    const expires = String(Math.floor(Date.now() / 1000) + 3600);
    const token = { access_token: MANAGED_TOKEN, expires_on: expires, token_type: 'Bearer', resource: 'r' };
    const refusal = { statusCode: 400, message: 'No User Assigned Managed Identity found for ClientId' };
    res.writeHead(isAssigned ? 200 : 400, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(isAssigned ? token : refusal));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
  process.env.IDENTITY_HEADER = HEADER;
  return {
    asked,
    close: () =>
      new Promise((resolve) => {
        delete process.env.IDENTITY_ENDPOINT;
        delete process.env.IDENTITY_HEADER;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
