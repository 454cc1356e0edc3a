// Finds a Chromium that starts on this machine: one that is named, one that is installed, or the registry's.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { fetchRegistryChromium } from './registryChromium';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const REMEDY =
  'The browser tests need Chromium. Install it (Debian and Ubuntu: apt-get install -y chromium; elsewhere Google Chrome or ' +
  'npx playwright-core install chromium), or set CHROMIUM_PATH to the program. ' +
  '`npx jest --selectProjects node` runs all other tests.';

/**
 * In place of Playwright's own list, which turns off what people's browsers do: a frame of another site has a storage for
 * each site around it.
 */
const FEATURES_OFF = [
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Translate',
];

/** Beside what Playwright sets: nothing that a machine without network or graphics would wait for. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-domain-reliability',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGS });

/**
 * The path of the first Chromium that starts; one in CHROMIUM_PATH is the only one tried. What is there need not start:
 * Ubuntu's chromium-browser only tells how to install it.
 * @throws Error in one line that says what to install, and what was tried
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const paths = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [...installed(env), undefined];
  const tried: string[] = [];
  for (const found of paths) {
    try {
      const path = found ?? fetchRegistryChromium();
      const browser = await launchChromium(path);
      await browser.close();
      return path;
    } catch (error) {
      tried.push(`${found ?? "the npm registry's"}: ${oneLine(error)}`);
    }
  }
  throw new Error(`${REMEDY} Tried: ${tried.join('; ')}`);
}

function installed(env: NodeJS.ProcessEnv): string[] {
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates =
    {
      darwin: MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
      win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS.map((path) => join(folder, ...path))),
    }[process.platform as 'darwin' | 'win32'] ??
    NAMES.flatMap((name) => onPath.map((folder) => join(folder, name)));
  return [...candidates, chromium.executablePath()].filter(existsSync);
}

/** Playwright tells the reason in the browser's own words, behind the long command line. */
function oneLine(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error).split('\n');
  const reason = lines.find((line) => /error while loading|cannot open|\[err\]/.test(line)) ?? lines[0] ?? '';
  return reason.trim().slice(0, 300);
}
