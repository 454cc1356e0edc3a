// Real files, changed as editors change them.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFolder, type FolderWatch } from '../../src/hosting/folderWatch';
import { createLogger } from '../../src/logging';

let folder: string;
let watching: FolderWatch;
let changes: number;
let onChange: (() => void) | undefined;
const logger = createLogger('silent');

/** Resolves at the next change that is told. */
const told = (): Promise<void> => new Promise((resolve) => (onChange = resolve));
const inFolder = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-watch-'));
  mkdirSync(inFolder('faq'));
  writeFileSync(inFolder('faq/pay.yaml'), 'a: 1');
  changes = 0;
  onChange = undefined;
  watching = await watchFolder({
    folder,
    onChange() {
      changes += 1;
      onChange?.();
    },
    quietMs: 100,
    logger,
  });
});
afterEach(async () => {
  await watching.close();
  rmSync(folder, { recursive: true });
});

describe('watchFolder', () => {
  it('tells of a file that is written in place, put in its place, added or gone', async () => {
    let next = told();
    writeFileSync(inFolder('faq/pay.yaml'), 'a: 2');
    await next;
    next = told();
    writeFileSync(inFolder('faq/.pay.yaml.swp'), 'a: 3');
    renameSync(inFolder('faq/.pay.yaml.swp'), inFolder('faq/pay.yaml'));
    await next;
    // The file that was put there is watched as the one before was.
    next = told();
    writeFileSync(inFolder('faq/pay.yaml'), 'a: 4');
    await next;
    next = told();
    writeFileSync(inFolder('roles.yaml'), 'b: 1');
    await next;
    next = told();
    rmSync(inFolder('faq/pay.yaml'));
    await next;
    expect(changes).toBe(5);
  });

  it('tells once of all that is saved in one go, and never of what is no YAML', async () => {
    writeFileSync(inFolder('faq/.pay.yaml.swp'), 'a: 3');
    writeFileSync(inFolder('4913'), '');
    const next = told();
    for (const name of ['one.yaml', 'two.yaml', 'faq/three.yaml']) writeFileSync(inFolder(name), 'a: 1');
    await next;
    expect(changes).toBe(1);
  });
});
