// The settings of the process, read once from the environment; a setting that contradicts another stops the start.
import { ConfigError } from '../errors';
import { readCredentials, type Credentials } from './credentials';
import { isLoopback, parseOrigin } from './origins';
import { parsePublicUrl } from './publicUrl';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** 0..65535; 0 lets the system choose. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Folder of the database, against the working directory; `:memory:` keeps nothing. */
  readonly dataDir: string;
  readonly knowledgeDir: string;
  readonly logLevel: LogLevel;
  /** Absent: every caller is trusted and nobody is authenticated, as the Emulator expects. */
  readonly credentials: Credentials | undefined;
  /** Origins that replies may go to beside the known connectors. */
  readonly serviceUrls: readonly string[];
  /** Where people reach this bot, without a slash at its end; absent: see publicAddress. */
  readonly publicUrl: string | undefined;
}

/**
 * Reads and checks every variable listed in `.env.example`; empty counts as absent.
 * @throws ConfigError for the first setting that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined;
  const credentials = readCredentials(read);
  return Object.freeze({
    port: readPort(read('PORT')),
    host: readHost(read('HOST'), credentials !== undefined, read('ALLOW_ANONYMOUS')),
    dataDir: read('DATA_DIR') ?? './data',
    knowledgeDir: read('KNOWLEDGE_DIR') ?? 'knowledge',
    logLevel: readLogLevel(read('LOG_LEVEL')),
    credentials,
    serviceUrls: readServiceUrls(read('SERVICE_URLS')),
    publicUrl: readPublicUrl(read('PUBLIC_URL')),
  });
}

function readPort(value = '3978'): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new ConfigError(`PORT is "${value}": give a whole number from 0 to 65535`);
}

function readLogLevel(value = 'info'): LogLevel {
  const level = LOG_LEVELS.find((name) => name === value);
  if (level) return level;
  throw new ConfigError(`LOG_LEVEL is "${value}": give one of ${LOG_LEVELS.join(', ')}`);
}

function readHost(value: string | undefined, hasCredentials: boolean, allowAnonymous = 'false'): string {
  if (!['true', 'false'].includes(allowAnonymous)) {
    throw new ConfigError(`ALLOW_ANONYMOUS is "${allowAnonymous}": give true or false`);
  }
  const host = value ?? (hasCredentials ? '0.0.0.0' : '127.0.0.1');
  if (hasCredentials || isLoopback(host) || allowAnonymous === 'true') return host;
  throw new ConfigError(
    `HOST is "${host}" without MicrosoftAppId: anyone on the network could use the bot unauthenticated. ` +
      'Set the MicrosoftApp... variables, or HOST=127.0.0.1, or ALLOW_ANONYMOUS=true if that is meant',
  );
}

function readServiceUrls(list = ''): readonly string[] {
  const entries = list.split(',').map((entry) => entry.trim());
  return Object.freeze(entries.filter((entry) => entry !== '').map(originOf));
}

function originOf(entry: string): string {
  const origin = parseOrigin(entry);
  if (origin) return origin;
  throw new ConfigError(
    `SERVICE_URLS has "${entry}": give hosts or https://host[:port], separated by commas`,
  );
}

function readPublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = parsePublicUrl(value);
  if (url !== undefined) return url;
  throw new ConfigError(
    `PUBLIC_URL is "${value}": give the address people reach the bot at, as https://bot.example.org or https://example.org/bot`,
  );
}
