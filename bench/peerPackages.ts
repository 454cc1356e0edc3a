// The peers' packages live in a folder of their own, so that nobody who installs the project gets them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'peers');
const requireThere = createRequire(join(FOLDER, 'package.json'));

/** Their types are not there where they are not installed, so each adapter states the few that it uses. */
export function requirePeer<T>(name: string): T {
  return requireThere(name) as T;
}

export function peerVersion(name: string): string {
  const file = join(FOLDER, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Installs what the lock file says, where that is not there already. */
export function installPeers(): void {
  const lock = join(FOLDER, 'package-lock.json');
  // npm writes this file when an installation is complete.
  const installed = join(FOLDER, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the peers into bench/peers/node_modules (90 MB), once.');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    // npm is a script with another name on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed in bench/peers; `--only ours` runs without the peers');
}
