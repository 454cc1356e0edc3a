// A person at a browser: a context of their own, whose errors are all kept so that a test can say there were none.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium';

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /**
   * What went wrong in any page or frame since it was last asked: errors on the console (refusals of a
   * Content-Security-Policy and answers of 400 and above among them), errors nobody caught, requests that failed.
   */
  takeProblems(): string[];
  /** Keeps a picture in reports/browser where SCREENSHOTS is set. @param name without extension */
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

/** The browser of a test file; the caller closes it. */
export function openBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH;
  if (!path)
    throw new Error('CHROMIUM_PATH is not set: browser tests stand in test/browser, see globalSetup.ts');
  return launchChromium(path);
}

/** @param options of the context, as viewport, colorScheme, reducedMotion */
export async function openPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext(options);
  let problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`not caught: ${String(error.error())}`));
  context.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText;
    // A page that is left aborts what it was loading.
    if (failure !== 'net::ERR_ABORTED') problems.push(`request: ${failure} (${request.url()})`);
  });
  const page = await context.newPage();
  return {
    context,
    page,
    takeProblems() {
      const taken = problems;
      problems = [];
      return taken;
    },
    async picture(name) {
      if (!process.env.SCREENSHOTS) return;
      const folder = join(__dirname, '..', '..', '..', 'reports', 'browser');
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
    leave: () => context.close(),
  };
}

/**
 * Frames get no storage, as where a person forbids third-party cookies: reading localStorage throws there. For pages opened
 * from now on.
 */
export function denyFramesStorage({ context }: Pick<Person, 'context'>): Promise<unknown> {
  return context.addInitScript(`if (window !== top) {
    const get = () => { throw new DOMException('Access is denied for this document.', 'SecurityError'); };
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get });
  }`);
}
