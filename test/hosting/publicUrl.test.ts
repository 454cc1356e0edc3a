import { publicAddress } from '../../src/hosting/publicUrl';
import { readConfig } from '../../src/hosting/config';

const APP_ID = 'a0a0a0a0-0000-4000-8000-000000000001';
const TENANT_ID = 'b0b0b0b0-0000-4000-8000-000000000002';
const APP = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'pa55word',
  MicrosoftAppTenantId: TENANT_ID,
};

describe('publicAddress', () => {
  it.each<[string, Record<string, string>, string | undefined, string | undefined]>([
    ['the one that was set', { PUBLIC_URL: 'https://a.example' }, 'http://127.0.0.1:1', 'https://a.example'],
    ['the one set, before it listens', { PUBLIC_URL: 'https://a.example' }, undefined, 'https://a.example'],
    ['where it listens on this machine', {}, 'http://127.0.0.1:1', 'http://127.0.0.1:1'],
    ['where it listens by IPv6', {}, 'http://[::1]:1', 'http://[::1]:1'],
    ['none before it listens', {}, undefined, undefined],
    ['none where it listens to everyone', {}, 'http://0.0.0.0:1', undefined],
    ['none where it listens to everyone by IPv6', {}, 'http://[::]:1', undefined],
    ['none where people come by way of Azure', APP, 'http://127.0.0.1:1', undefined],
    ['the one set for Azure', { ...APP, PUBLIC_URL: 'https://a.example' }, undefined, 'https://a.example'],
  ])('is %s', (_, env, listening, expected) => {
    expect(publicAddress(readConfig(env), listening)).toBe(expected);
  });
});
