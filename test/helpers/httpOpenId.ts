// An OpenID provider on loopback that stands for Microsoft's: publishes a key and signs tokens with it, or with another.
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AdapterOptions } from '../../src/hosting/adapter';

const ISSUER = 'https://issuer.example';

export const APP_ID = 'a0a0a0a0-0000-4000-8000-000000000001';

export interface OpenIdProvider {
  /** The SDK's settings that make it trust this provider; it wants all of them or none. */
  readonly cloud: NonNullable<AdapterOptions['cloud']>;
  /** A token for the bot APP_ID, unless changed. */
  token(claims?: Record<string, unknown>, header?: { alg?: string; kid?: string }, signer?: Signer): string;
  close(): Promise<void>;
}

type Signer = (input: string) => string;

const rs256 =
  (key: KeyObject): Signer =>
  (input) =>
    createSign('RSA-SHA256').update(input).sign(key, 'base64url');

/** Signs with a key that nobody published. */
export const forged: Signer = rs256(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
export const unsigned: Signer = () => '';
/** The old trick: a shared-secret signature made with the public key. */
export const confused: Signer = (input) =>
  createHmac('sha256', 'public key').update(input).digest('base64url');

interface ProviderOptions {
  /** The channels that the key may vouch for; all when absent. */
  readonly endorsements?: readonly string[];
  /** Takes requests and never answers. */
  readonly isSilent?: boolean;
}

export async function startOpenIdProvider({
  endorsements,
  isSilent,
}: ProviderOptions = {}): Promise<OpenIdProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((req, res) => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements }];
    const body = req.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `${url}/keys` };
    // Two calls: restify patches writeHead for the whole process, and its version returns nothing.
    res.writeHead(200, { 'Content-Type': 'application/json' });
    if (!isSilent) res.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud = {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: 'https://login.example',
    ToChannelFromBotOAuthScope: 'https://api.example',
    ToBotFromChannelTokenIssuer: ISSUER,
    OAuthUrl: 'https://token.example',
    ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
    CallerId: 'urn:botframework:test',
  };
  return {
    cloud,
    token(claims = {}, header = {}, signer = rs256(privateKey)) {
      const now = Math.floor(Date.now() / 1000);
      const head = { alg: 'RS256', kid: 'key-1', typ: 'JWT', ...header };
      const payload = { iss: ISSUER, aud: APP_ID, nbf: now - 60, exp: now + 3600, ...claims };
      const input = [head, payload]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${input}.${signer(input)}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
