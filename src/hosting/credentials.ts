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
 * Reads the four MicrosoftApp variables; undefined when none is set.
 * @param read gives the value of a variable, undefined when it is absent or empty
 * @throws ConfigError when one is wrong, or they do not fit together
 */
export function readCredentials(read: (name: string) => string | undefined): Credentials | undefined {
  const [appId, password] = [read('MicrosoftAppId'), read('MicrosoftAppPassword')];
  const [givenType, tenantId] = [read('MicrosoftAppType'), read('MicrosoftAppTenantId')];
  const type = readAppType(givenType);
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
  if (type === 'UserAssignedMSI') {
    if (password) throw wrong('with MicrosoftAppPassword: a managed identity has none, remove it');
    return Object.freeze({ type, appId, tenantId });
  }
  if (!password) throw wrong("without MicrosoftAppPassword: set it to the app's client secret");
  return Object.freeze({ type, appId, tenantId, password: () => password });
}

function readAppType(value = 'SingleTenant'): Credentials['type'] {
  if (value === 'SingleTenant' || value === 'UserAssignedMSI') return value;
  const remedy = 'give SingleTenant or UserAssignedMSI';
  if (value !== 'MultiTenant') throw new ConfigError(`MicrosoftAppType is "${value}": ${remedy}`);
  throw new ConfigError(
    `MicrosoftAppType is "MultiTenant": Azure registers no such bots since 2025-07-31, ${remedy}`,
  );
}
