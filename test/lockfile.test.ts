// What npm installs is what was looked at: every package comes from the registry and is checked against its hash.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, '..', name), 'utf8'));
const { lockfileVersion, packages } = read('package-lock.json') as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};
const installed = Object.entries(packages).filter(([path]) => path !== '');

const pathsThat = (are: (locked: Locked) => boolean): string[] =>
  installed.filter(([, locked]) => are(locked)).map(([path]) => path);

describe('package-lock.json', () => {
  it('knows each package by the hash of what the registry gives', () => {
    expect(lockfileVersion).toBe(3);
    expect(installed.length).toBeGreaterThan(100);
    // What is bundled comes within a package that has a hash.
    expect(pathsThat(({ integrity, inBundle }) => !inBundle && !/^sha512-/.test(integrity ?? ''))).toEqual(
      [],
    );
  });

  it('has no package from anywhere else than the registry', () => {
    const isFromRegistry = (resolved: string) => resolved.startsWith('https://registry.npmjs.org/');
    expect(
      pathsThat(
        ({ resolved, link }) => link === true || (resolved !== undefined && !isFromRegistry(resolved)),
      ),
    ).toEqual([]);
  });
});

describe('package.json', () => {
  it('names one version of each dependency', () => {
    const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });
});
