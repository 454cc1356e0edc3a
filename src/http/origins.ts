// Which hosts the bot may send its replies to: a reply goes wherever serviceUrl says, so a stranger must not choose it.

/** Hosts of Microsoft's connectors; a leading dot stands for every host below that name. */
const CONNECTOR_HOSTS = [
  '.botframework.com',
  '.botframework.us',
  '.botframework.azure.us',
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/** True for names and addresses of this machine only, as in HOST or in a URL (`[::1]`). */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(hostname);
}

/**
 * The origin (`https://host[:port]`) that `text` names; a bare host means https.
 * Undefined when it is no http(s) address, or says more than a host and a port.
 */
export function parseOrigin(text: string): string | undefined {
  const address = text.includes('://') ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname.includes('*')) return undefined;
  return url.href === `${url.origin}/` ? url.origin : undefined;
}

/** Whether replies may go to this serviceUrl. */
export type ServiceUrlPolicy = (serviceUrl: string) => boolean;

/**
 * With credentials: Microsoft's connectors over https. Without (Emulator): this machine only, so that nobody can make
 * the bot call into the network around it. In both cases also `extra`, origins as from parseOrigin.
 */
export function createServiceUrlPolicy(hasCredentials: boolean, extra: readonly string[]): ServiceUrlPolicy {
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const url = new URL(serviceUrl);
    if (url.username || url.password) return false;
    if (extra.includes(url.origin)) return true;
    return hasCredentials ? isConnector(url) : /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
  };
}

const isConnector = ({ protocol, hostname, port }: URL): boolean =>
  protocol === 'https:' &&
  port === '' &&
  CONNECTOR_HOSTS.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
