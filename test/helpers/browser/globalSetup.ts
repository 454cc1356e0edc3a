// Once before the browser tests: builds the bot as `npm start` does, trains the matcher, and finds a Chromium.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import trainMatcher from '../globalSetup';
import { findChromium } from './chromium';

export default async function setup(): Promise<void> {
  // The workers of the test run inherit it.
  process.env.CHROMIUM_PATH = await findChromium();
  const script = join(__dirname, '..', '..', '..', 'scripts', 'ensureBuilt.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('the browser tests need the built bot: see what the build says above');
  trainMatcher();
}
