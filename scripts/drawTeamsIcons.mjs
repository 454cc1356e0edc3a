// Draws teams/color.png and teams/outline.png from the drawings beside them, with the Chromium of this machine:
// `node scripts/drawTeamsIcons.mjs`, with CHROMIUM_PATH where it has another name. The results are in the repository.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Pixels of each side, as Teams demands. */
const ICONS = { color: 192, outline: 32 };

const folder = join(import.meta.dirname, '../teams');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
try {
  for (const [name, size] of Object.entries(ICONS)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
    await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
