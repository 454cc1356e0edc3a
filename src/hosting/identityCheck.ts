// Whether Azure takes the bot for who it says it is: asked once after the start, so that a wrong secret shows in the log
// then, and not as silence to the first person who writes.
import type { Logger } from 'pino';
import type { Credentials } from './credentials';
import { withDeadline } from './deadline';

export interface IdentityCheckOptions {
  readonly credentials: Credentials;
  /** Gets a token as a reply would. */
  readonly fetchToken: () => Promise<unknown>;
  readonly logger: Logger;
  /** Milliseconds. Where no managed identity answers, the SDK alone tries for a minute and a half. */
  readonly timeoutMs?: number;
}

/** Azure's codes for what an operator can mend (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
const REMEDIES: Readonly<Record<string, string>> = {
  AADSTS7000215:
    'MicrosoftAppPassword is no secret of this app: give the value of a client secret, not its id, or make a new one',
  AADSTS7000222: 'the client secret in MicrosoftAppPassword has expired: make a new one',
  AADSTS700016:
    'the tenant has no app with this id: MicrosoftAppId and MicrosoftAppTenantId must be of the same registration',
  AADSTS7000229: 'the app has no service principal in the tenant: add one ("Enterprise applications")',
  AADSTS90002: 'there is no such tenant: give the directory (tenant) id as MicrosoftAppTenantId',
};

const NO_IDENTITY =
  'no managed identity answers: assign the one with this MicrosoftAppId to the machine the bot runs on, or set ' +
  'MicrosoftAppType to SingleTenant where it does not run at Azure';
const UNREACHABLE =
  'Azure could not be asked: let the bot reach https://login.microsoftonline.com, past proxies and firewalls';

/** Logs one line, a good one or an error that says what to do, and without secrets. Never rejects. */
export async function checkIdentity({
  credentials: { type, appId, tenantId },
  fetchToken,
  logger,
  timeoutMs = 60_000,
}: IdentityCheckOptions): Promise<void> {
  try {
    await withDeadline(fetchToken, timeoutMs, 'asking Azure for a token');
    logger.info({ appId, tenantId }, 'Azure knows the bot');
  } catch (err) {
    const code = err instanceof Error ? /AADSTS\d+/.exec(err.message)?.[0] : undefined;
    const remedy = REMEDIES[code ?? ''] ?? (type === 'UserAssignedMSI' ? NO_IDENTITY : undefined);
    // A code that is known says all; the SDK's own text is long, and its stack leads nowhere.
    if (remedy) logger.error({ appId, tenantId, code, reason: reasonOf(err) }, failure(remedy));
    else logger.error({ appId, tenantId, code, err }, failure(code ? 'see its code' : UNREACHABLE));
  }
}

const failure = (remedy: string): string => `Azure gives the bot no token, so no reply arrives: ${remedy}`;

/** What the managed identity said, out of the SDK's list of all that it has tried. */
const reasonOf = (err: unknown): string | undefined =>
  err instanceof Error ? /ManagedIdentityCredential: (.*)/.exec(err.message)?.[1] : undefined;
