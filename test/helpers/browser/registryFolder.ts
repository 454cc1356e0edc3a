// Programs of the npm registry that only tests use: fetched once by a lock file, kept outside the project.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const cacheDir = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'career-advisor');

/**
 * The folder where the packages are installed, beside what `finish` made of them there.
 * @param name of the folder; another version has another one
 * @param lockFolder has the package.json and package-lock.json that say what to install
 * @throws Error where they cannot be fetched, or `finish` fails
 */
export function fetchRegistryFolder(
  name: string,
  lockFolder: string,
  finish: (folder: string) => void = () => undefined,
): string {
  const folder = join(cacheDir(), name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(lockFolder, file), join(making, file));
    }
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], making);
    finish(making);
    // Renamed when whole. Where another run was faster, the folder is there already and as good.
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

/** @throws Error with what the command wrote on standard error, where it fails */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): void {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr.trim()}`);
}
