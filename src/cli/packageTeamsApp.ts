// `npm run teams:package`: writes the app for Microsoft Teams as a zip file, once all of it is as Teams wants it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../errors';
import { readConfig } from '../hosting/config';
import { loadKnowledge } from '../knowledge/load';
import { createArchive, manifestText } from '../teamsApp/archive';
import { iconIssue, iconRule, type IconName } from '../teamsApp/icons';
import { createManifest, MANIFEST_VERSION, manifestIssues } from '../teamsApp/manifest';
import { runCommand } from './runCommand';
import { DEFAULT_OUT, readTeamsAppArguments } from './teamsAppArguments';

const USAGE = `npm run teams:package -- --app-id ID --host NAME [...]

  --app-id ID       application (client) id of the bot's registration, a GUID
  --host NAME       where people reach the bot, as bot.example.org
  --out FILE        where to write the package; default: ${DEFAULT_OUT}
  --developer NAME  who runs the bot, at most 32 characters; default: OPERATOR_NAME, else the host
  --website URL     their page; default: https://NAME/
  --privacy URL     default: https://NAME/privacy, which the bot serves
  --terms URL       default: https://NAME/terms, which the bot serves
  --version N.N.N   of the app, higher at each upload; default: that of package.json`;

/** npm runs every script from the project's folder. */
const ICON_DIR = 'teams';

async function main(): Promise<number> {
  const { knowledgeDir, operator } = readConfig(process.env);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const given = readTeamsAppArguments(process.argv.slice(2), { operator: operator.name, version });
  if (!given) {
    console.log(USAGE);
    return 0;
  }
  const { settings, out } = given;
  const manifest = createManifest(loadKnowledge(knowledgeDir).teams, settings);
  const issues = await manifestIssues(manifest);
  if (issues.length > 0) throw new ConfigError(issues.map((issue) => `manifest.json: ${issue}`).join('\n'));
  const icons = { color: readIcon('color'), outline: readIcon('outline') };
  const archive = createArchive(manifest, icons);
  write(out, archive);

  const sizeOf = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(
    [
      `manifest.json: valid against schema v${MANIFEST_VERSION} of Teams, ${sizeOf(Buffer.byteLength(manifestText(manifest)))}`,
      `color.png: ${iconRule('color')}, ${sizeOf(icons.color.length)}`,
      `outline.png: ${iconRule('outline')}, ${sizeOf(icons.outline.length)}`,
      `Version ${settings.version} of app ${settings.appId} by ${settings.developer}, at https://${settings.host}`,
      `Written: ${out}, ${sizeOf(archive.length)}. In Teams: Apps, Manage your apps, Upload an app.`,
    ].join('\n'),
  );
  return 0;
}

/** @throws ConfigError where it is not there, or not as Teams wants it */
function readIcon(name: IconName): Buffer {
  const file = join(ICON_DIR, `${name}.png`);
  const content = access(file, () => readFileSync(file));
  const issue = iconIssue(name, content);
  if (issue !== undefined) throw new ConfigError(`${file} must be ${iconRule(name)}: ${issue}`);
  return content;
}

const write = (file: string, content: Uint8Array): void => access(file, () => writeFileSync(file, content));

/** A file that cannot be read or written is a matter of one line. */
function access<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ConfigError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

runCommand(main);
