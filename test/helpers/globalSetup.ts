// Trains the matcher once for the whole test run; a model of an earlier run may be of other code and is thrown away.
import { rmSync } from 'node:fs';
import { MODEL_FILE, realMatcher } from './trainedModel';

let isDone = false;

/** Both projects of jest.config.js call it, in one process. */
export default function setup(): void {
  if (isDone) return;
  isDone = true;
  rmSync(MODEL_FILE, { force: true });
  realMatcher();
}
