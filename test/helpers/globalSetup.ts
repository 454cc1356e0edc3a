// Brings the trained matcher of this code to where every test file reads it: that of the build, else trained here, once.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_DIR, MODEL_FILE, realMatcher } from './trainedModel';

const PROJECT = join(__dirname, '..', '..');
const BUILT_MODEL = join(PROJECT, 'data', 'matcher.model');
/** All that training runs; what it reads besides, the knowledge, the model is checked against when it is loaded. */
const CODE = ['src/domain', 'src/knowledge', 'src/matching', 'src/modelFile.ts', 'package-lock.json'];

let isDone = false;

/** Both projects of jest.config.js call it, in one process. */
export default function setup(): void {
  if (isDone) return;
  isDone = true;
  // One of an earlier run may be of other code.
  rmSync(MODEL_FILE, { force: true });
  if (modifiedAt(BUILT_MODEL) > Math.max(...CODE.flatMap(filesOf).map(modifiedAt))) {
    mkdirSync(MODEL_DIR, { recursive: true });
    copyFileSync(BUILT_MODEL, MODEL_FILE);
  }
  realMatcher();
}

/** Milliseconds since 1970; 0 where there is no such file. */
const modifiedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The file itself, or all that is in the folder; a folder is modified when a file goes. */
function filesOf(name: string): string[] {
  const path = join(PROJECT, name);
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return [path, ...inside.map((file) => join(path, file))];
}
