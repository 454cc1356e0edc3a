// Trains the matcher once for the whole test run; a model of an earlier run may be of other code and is thrown away.
import { rmSync } from 'node:fs';
import { MODEL_FILE, realMatcher } from './trainedModel';

export default function setup(): void {
  rmSync(MODEL_FILE, { force: true });
  realMatcher();
}
