// The manifest of the app in Teams: who it is, where it can be used, and what it offers.
import { AppManifestUtils, type TeamsManifestV1D30 } from '@microsoft/app-manifest';
import { ACCENT_COLOUR } from '../domain/accent';
import { commandsIn, TEAMS_SCOPES, type TeamsWords } from '../domain/teamsApp';

/** The newest of the schemas that are no preview; Teams takes it since August 2026. */
export const MANIFEST_VERSION = '1.30';

export type Manifest = TeamsManifestV1D30.TeamsManifestV1D30;

/** What differs from one operator to the next. */
export interface TeamsAppSettings {
  /** GUID of the bot's registration; the app goes by the same. */
  readonly appId: string;
  /** Where people reach the bot's pages, as `bot.example.org`. */
  readonly host: string;
  /** At most 32 characters. */
  readonly developer: string;
  /** https, as the next two. */
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  /** Three numbers, as `1.2.0`: Teams takes no more of semver. */
  readonly version: string;
}

export function createManifest(words: TeamsWords, settings: TeamsAppSettings): Manifest {
  const { appId, host, developer, website, privacy, terms, version } = settings;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    developer: { name: developer, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    name: { ...words.name },
    description: { ...words.description },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT_COLOUR,
    bots: [
      {
        botId: appId,
        scopes: [...TEAMS_SCOPES],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: TEAMS_SCOPES.map((scope) => ({
          scopes: [scope],
          commands: commandsIn(words.commands, scope).map(({ title, description }) => ({
            title,
            description,
          })),
        })),
      },
    ],
    validDomains: [host],
  };
}

/** What the schema says against it, each as one text; empty where nothing. Asks no network: the package has the schema. */
export const manifestIssues = (manifest: Manifest): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(manifest);
