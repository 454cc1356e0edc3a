// The MicrosoftApp variables: the bot's identity at Azure, all of it or none.
import { ConfigError } from '../errors';

/** The bot's identity at Azure. The password is a function so that neither JSON nor inspect can print it. */
export type Credentials =
  | {
      readonly type: 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: () => string;
    }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string };

/**
 * Reads the four MicrosoftApp variables; undefined when none is set. The ids come back in small letters, as in tokens,
 * with which the SDK compares them letter by letter.
 * @param read gives the value of a variable, undefined when it is absent or empty
 * @throws ConfigError when one is wrong, or they do not fit together
 */
export function readCredentials(read: (name: string) => string | undefined): Credentials | undefined {
  const password = read('MicrosoftAppPassword');
  const givenType = read('MicrosoftAppType');
  const type = readAppType(givenType);
  const appId = readGuid('MicrosoftAppId', read('MicrosoftAppId'), APP_ID);
  const tenantId = readGuid('MicrosoftAppTenantId', read('MicrosoftAppTenantId'), TENANT_ID);
  if (!appId) {
    const stray =
      (password && 'MicrosoftAppPassword is set') ||
      (givenType && `MicrosoftAppType is "${givenType}"`) ||
      (tenantId && `MicrosoftAppTenantId is "${tenantId}"`);
    if (stray) throw new ConfigError(`${stray} without MicrosoftAppId: set both, or neither`);
    return undefined;
  }
  const wrong = (problem: string) => new ConfigError(`MicrosoftAppId is "${appId}" (${type}) ${problem}`);
  if (!tenantId) throw wrong("without MicrosoftAppTenantId: set it to the id of the bot's tenant");
  if (tenantId === appId) throw wrong(`and MicrosoftAppTenantId the same: one of them is ${TENANT_ID}`);
  if (type === 'UserAssignedMSI') {
    if (password) throw wrong('with MicrosoftAppPassword: a managed identity has none, remove it');
    return Object.freeze({ type, appId, tenantId });
  }
  if (!password) throw wrong("without MicrosoftAppPassword: set it to the app's client secret");
  if (GUID.test(password)) {
    throw new ConfigError(
      'MicrosoftAppPassword is a GUID, as ids of secrets are: give the value of the client secret, which Azure shows once, when it is made',
    );
  }
  return Object.freeze({ type, appId, tenantId, password: () => password });
}

/** As Azure writes the ids of apps and tenants. */
export const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const APP_ID =
  'the application (client) id, on the overview page of the app registration or the managed identity';
const TENANT_ID = 'the directory (tenant) id, on the same page';

/** @param remedy what the right value is, and where it stands */
function readGuid(name: string, value: string | undefined, remedy: string): string | undefined {
  if (value === undefined || GUID.test(value)) return value?.toLowerCase();
  // What may be a secret in the wrong place is not printed.
  const seen = LOOKS.find(([pattern]) => pattern.test(value))?.[1];
  const given = seen ? `looks like ${seen}` : `is "${value}"`;
  throw new ConfigError(`${name} ${given}, where a GUID is wanted: give ${remedy}`);
}

const SECRET = 'a client secret, which belongs into MicrosoftAppPassword';
/** Client secrets have 32 signs or more, and today a tilde. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^https?:/i, 'an address'],
  [/^["'<{].*["'>}]$/, 'a value with quotes or brackets around it'],
  [/~/, SECRET],
  [/^[\w-]+(\.[\w-]+)+$/, 'the name of a domain'],
  [/^\S{30,}$/, SECRET],
];

function readAppType(value = 'SingleTenant'): Credentials['type'] {
  if (value === 'SingleTenant' || value === 'UserAssignedMSI') return value;
  const remedy = 'give SingleTenant or UserAssignedMSI';
  if (value !== 'MultiTenant') throw new ConfigError(`MicrosoftAppType is "${value}": ${remedy}`);
  throw new ConfigError(
    `MicrosoftAppType is "MultiTenant": Azure registers no such bots since 2025-07-31, ${remedy}`,
  );
}
