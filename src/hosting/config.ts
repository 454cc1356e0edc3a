// The settings of the process, read once from the environment; a setting that contradicts another stops the start.
import type { Operator } from '../domain/policies';
import { ConfigError } from '../errors';
import { readCredentials, type Credentials } from './credentials';
import { isLoopback, parseOrigin } from '../http/origins';
import { readOperator } from './operator';
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
  /** `postgres://...` of the database that instances share, in place of the one in dataDir. */
  readonly databaseUrl: (() => string) | undefined;
  readonly knowledgeDir: string;
  readonly logLevel: LogLevel;
  /** Absent: every caller is trusted and nobody is authenticated, as the Emulator expects. */
  readonly credentials: Credentials | undefined;
  /** Origins that replies may go to beside the known connectors. */
  readonly serviceUrls: readonly string[];
  /** Where people reach this bot, without a slash at its end; absent: see publicAddress. */
  readonly publicUrl: string | undefined;
  /** Origins of the pages, beside our own, that may show the chat. */
  readonly widgetOrigins: readonly string[];
  /** Azure's Direct Line in place of our own. */
  readonly azureDirectLine: AzureDirectLine | undefined;
  /** Conversations that one address may begin in a minute, 1 or more. */
  readonly chatsPerMinute: number;
  /** Proxies between people and this server, 0..10: each adds an address to X-Forwarded-For. */
  readonly proxyHops: number;
  /** Days that conversations and their state are kept unused, 1 or more. */
  readonly retentionDays: number;
  /** Whether a change in the knowledge folder has it read anew. */
  readonly knowledgeWatch: boolean;
  /** Seconds to listen on after the order to stop, 0..600, in which balancers see that /readyz says no. */
  readonly drainSeconds: number;
  /** Where Prometheus finds the metrics; absent: nowhere. */
  readonly metrics: MetricsAddress | undefined;
  /** Whether questions that the bot cannot answer are kept, without names and numbers, for the knowledge's author. */
  readonly keepUnanswered: boolean;
  /** Who runs the bot, for the pages on privacy and terms. */
  readonly operator: Operator;
}

/** An address of its own, so that the open one never shows metrics. */
export interface MetricsAddress {
  /** 0..65535; 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
}

/** Azure's Direct Line channel. The secret is a function so that neither JSON nor inspect can print it. */
export interface AzureDirectLine {
  readonly secret: () => string;
  /** Without a path, as `https://europe.directline.botframework.com`. */
  readonly origin: string;
}

/**
 * Reads and checks every variable listed in `.env.example`; empty counts as absent.
 * @throws ConfigError for the first setting that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined;
  const credentials = readCredentials(read);
  return Object.freeze({
    port: readWhole('PORT', read('PORT') ?? '3978', [0, 65_535]),
    host: readHost(
      read('HOST'),
      credentials !== undefined,
      readSwitch('ALLOW_ANONYMOUS', read('ALLOW_ANONYMOUS')),
    ),
    dataDir: read('DATA_DIR') ?? './data',
    databaseUrl: readDatabaseUrl(read('DATABASE_URL')),
    knowledgeDir: read('KNOWLEDGE_DIR') ?? 'knowledge',
    logLevel: readLogLevel(read('LOG_LEVEL')),
    credentials,
    serviceUrls: readOrigins('SERVICE_URLS', read('SERVICE_URLS')),
    publicUrl: readPublicUrl(read('PUBLIC_URL'), credentials !== undefined),
    widgetOrigins: readOrigins('WIDGET_ORIGINS', read('WIDGET_ORIGINS')),
    azureDirectLine: readAzureDirectLine(read('DIRECT_LINE_SECRET'), read('DIRECT_LINE_URL')),
    chatsPerMinute: readWhole('CHATS_PER_MINUTE', read('CHATS_PER_MINUTE') ?? '60', [1, 1_000_000]),
    proxyHops: readWhole('PROXY_HOPS', read('PROXY_HOPS') ?? '0', [0, 10]),
    retentionDays: readWhole('RETENTION_DAYS', read('RETENTION_DAYS') ?? '30', [1, 3650]),
    knowledgeWatch: readSwitch('KNOWLEDGE_WATCH', read('KNOWLEDGE_WATCH')),
    drainSeconds: readWhole('DRAIN_SECONDS', read('DRAIN_SECONDS') ?? '0', [0, 600]),
    metrics: readMetrics(read('METRICS_PORT'), read('METRICS_HOST')),
    keepUnanswered: readSwitch('KEEP_UNANSWERED', read('KEEP_UNANSWERED') ?? 'true'),
    operator: readOperator(read('OPERATOR_NAME'), read('OPERATOR_CONTACT')),
  });
}

function readWhole(name: string, value: string, [least, most]: readonly [number, number]): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new ConfigError(`${name} is "${value}": give a whole number from ${least} to ${most}`);
}

function readLogLevel(value = 'info'): LogLevel {
  const level = LOG_LEVELS.find((name) => name === value);
  if (level) return level;
  throw new ConfigError(`LOG_LEVEL is "${value}": give one of ${LOG_LEVELS.join(', ')}`);
}

function readSwitch(name: string, value = 'false'): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new ConfigError(`${name} is "${value}": give true or false`);
}

function readMetrics(port: string | undefined, host = '127.0.0.1'): MetricsAddress | undefined {
  return port === undefined
    ? undefined
    : Object.freeze({ port: readWhole('METRICS_PORT', port, [0, 65_535]), host });
}

function readHost(value: string | undefined, hasCredentials: boolean, allowAnonymous: boolean): string {
  if (hasCredentials && allowAnonymous) {
    throw new ConfigError(
      'ALLOW_ANONYMOUS is true with MicrosoftAppId: such a bot lets in nobody unauthenticated, remove one of the two',
    );
  }
  const host = value ?? (hasCredentials ? '0.0.0.0' : '127.0.0.1');
  if (hasCredentials || isLoopback(host) || allowAnonymous) return host;
  throw new ConfigError(
    `HOST is "${host}" without MicrosoftAppId: anyone on the network could use the bot unauthenticated. ` +
      'Set the MicrosoftApp... variables, or HOST=127.0.0.1, or ALLOW_ANONYMOUS=true if that is meant',
  );
}

function readDatabaseUrl(value: string | undefined): (() => string) | undefined {
  if (value === undefined) return undefined;
  // It has a password, so it is not repeated.
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1)
    return () => value;
  throw new ConfigError('DATABASE_URL is no address as postgres://user:password@host:5432/database');
}

function readOrigins(name: string, list = ''): readonly string[] {
  const entries = list.split(',').map((entry) => entry.trim());
  return Object.freeze(entries.filter((entry) => entry !== '').map((entry) => originOf(name, entry)));
}

function originOf(name: string, entry: string): string {
  const origin = parseOrigin(entry);
  if (origin) return origin;
  throw new ConfigError(`${name} has "${entry}": give hosts or https://host[:port], separated by commas`);
}

function readAzureDirectLine(
  secret: string | undefined,
  url = 'https://directline.botframework.com',
): AzureDirectLine | undefined {
  if (secret === undefined) return undefined;
  // It travels in a header; what no header can hold would be refused there with the secret in the message.
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    throw new ConfigError(
      'DIRECT_LINE_SECRET has a blank or another sign that no secret of Azure has: copy it anew',
    );
  }
  return Object.freeze({ secret: () => secret, origin: originOf('DIRECT_LINE_URL', url) });
}

function readPublicUrl(value: string | undefined, hasCredentials: boolean): string | undefined {
  if (value === undefined) return undefined;
  const url = parsePublicUrl(value);
  if (hasCredentials && url?.startsWith('http:')) {
    throw new ConfigError(
      `PUBLIC_URL is "${value}" with MicrosoftAppId: people of such a bot come by way of Azure, which wants https`,
    );
  }
  if (url !== undefined) return url;
  throw new ConfigError(
    `PUBLIC_URL is "${value}": give the address people reach the bot at, as https://bot.example.org or https://example.org/bot`,
  );
}
