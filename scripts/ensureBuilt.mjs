// Compiles the project when dist/ is missing or older than a source file, bundles the chat for websites and trains the
// matcher, so that `npm start` is one command and a second start costs nothing. A production image ships dist/ without
// sources and passes straight through.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** Written after the last step: a build that was broken off is none. */
const stamp = join(root, 'dist/built.txt');

const sources = ['src', 'dialogs']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(root, folder, file)),
  )
  .filter((file) => /\.(ts|tsx|css)$/.test(file))
  .concat(
    [
      'tsconfig.json',
      'tsconfig.build.json',
      'package-lock.json',
      // Its languages decide what is in the bundle.
      'knowledge/widget.yaml',
      'scripts/buildWidget.mjs',
      'scripts/widgetBundle.mjs',
    ].map((file) => join(root, file)),
  )
  .filter((file) => existsSync(file));

const modified = (file) => statSync(file).mtimeMs;
const isStale = () => !existsSync(stamp) || sources.some((file) => modified(file) > modified(stamp));

if (existsSync(join(root, 'src')) && (process.argv.includes('--force') || isStale())) {
  const run = (...args) => {
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(status ?? 1);
  };
  // First of all, as it throws where the packages to build with are not installed.
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  // All of it on standard error: the standard output belongs to the command that follows.
  console.error('Building: the first start, or the source changed. This takes less than a minute.');
  // A removed source file must not live on in dist/.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(compiler, '-p', 'tsconfig.build.json');
  run(join(root, 'scripts/buildWidget.mjs'));
  run(join(root, 'dist/src/cli/trainModel.js'));
  writeFileSync(stamp, 'All steps of the build were done.\n');
}
