// The command line of `npm run teams:package`, checked: every mistake in it at once.
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError } from '../errors';
import { GUID } from '../hosting/credentials';
import type { TeamsAppSettings } from '../teamsApp/manifest';

export interface TeamsAppArguments {
  readonly settings: TeamsAppSettings;
  /** Where the zip is to be written. */
  readonly out: string;
}

export interface TeamsAppDefaults {
  /** Who runs the bot, where that was set. */
  readonly operator: string | undefined;
  readonly version: string;
}

export const DEFAULT_OUT = 'career-advisor-teams.zip';

const OPTIONS = {
  'app-id': { type: 'string' },
  host: { type: 'string' },
  out: { type: 'string' },
  developer: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  version: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A name with a dot and letters at its end, so neither localhost nor an address of numbers. */
const HOST = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;
const MOST_DEVELOPER = 32;

/** How a mistake is told: what was given, and what is wanted. */
const give = (wanted: string) => ({
  error: ({ input }: { readonly input?: unknown }): string =>
    `is ${input === undefined ? 'missing' : JSON.stringify(input)}: give ${wanted}`,
});

const AN_ID = give('the application (client) id of the bot, a GUID');
const A_HOST = give('the name people reach the bot at, as bot.example.org');
const A_NAME = give(`the name of who runs the bot, in at most ${MOST_DEVELOPER} characters`);
const A_PAGE = give('an address that begins with https://');

const page = z.url({ protocol: /^https$/, ...A_PAGE }).optional();

const schema = z
  .object({
    'app-id': z.string(AN_ID).trim().regex(GUID, AN_ID).toLowerCase(),
    host: z.string(A_HOST).trim().regex(HOST, A_HOST).toLowerCase(),
    developer: z.string().trim().min(1, A_NAME).max(MOST_DEVELOPER, A_NAME).optional(),
    website: page,
    privacy: page,
    terms: page,
    version: z.string().trim().regex(VERSION, give('three numbers, as 1.2.0')),
    out: z.string().refine(isWritable, give('a file in a folder that is there')),
  })
  .refine(({ developer, host }) => developer !== undefined || host.length <= MOST_DEVELOPER, {
    path: ['developer'],
    error: `is missing, and the host is no name of at most ${MOST_DEVELOPER} characters: give one`,
  });

/**
 * Undefined where the person asked for help.
 * @throws ConfigError with a line for each mistake; what parseArgs throws for an option that does not exist
 */
export function readTeamsAppArguments(
  args: readonly string[],
  { operator, version }: TeamsAppDefaults,
): TeamsAppArguments | undefined {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return undefined;
  const parsed = schema.safeParse({ developer: operator, version, out: DEFAULT_OUT, ...values });
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`);
    throw new ConfigError(lines.join('\n'));
  }
  const { 'app-id': appId, host, out, ...given } = parsed.data;
  const base = `https://${host}`;
  const settings: TeamsAppSettings = {
    appId,
    host,
    developer: given.developer ?? host,
    website: given.website ?? `${base}/`,
    privacy: given.privacy ?? `${base}/privacy`,
    terms: given.terms ?? `${base}/terms`,
    version: given.version,
  };
  return { settings, out };
}

function isWritable(file: string): boolean {
  if (file.trim() === '' || !existsSync(dirname(resolve(file)))) return false;
  return !existsSync(file) || !statSync(file).isDirectory();
}
