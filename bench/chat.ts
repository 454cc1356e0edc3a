// `npm run bench:chat`: what the chat costs a page, how long people wait for it, and 500 conversations at once.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startBotProcess } from '../test/helpers/browser/botProcess';
import { findChromium, launchChromium } from '../test/helpers/browser/chromium';
import { startHostSite } from '../test/helpers/browser/hostSite';
import { realMatcher } from '../test/helpers/trainedModel';
import { runLoad } from './chatLoad';
import { measureOpening, type OpeningFindings } from './chatOpening';
import { chatReport } from './chatReport';

const CONVERSATIONS = 500;
const VISITS = 10;
const WIDGET = join('dist', 'widget');
const OUT = join('bench', 'results', 'chat.md');

async function main(): Promise<void> {
  // Trains it where no earlier run has; the bots of the benchmark begin with a copy.
  realMatcher();
  const host = await startHostSite();
  const env = { CHATS_PER_MINUTE: '1000000', LOG_LEVEL: 'warn', WIDGET_ORIGINS: host.url };
  const browser = await launchChromium(await findChromium(process.env));
  const openings: OpeningFindings[] = [];
  for (const transport of ['websocket', 'polling'] as const) {
    const bot = await startBotProcess(env);
    openings.push(await measureOpening(browser, bot, host, transport, VISITS));
    await bot.close();
    console.error(`opened by ${transport}`);
  }
  await browser.close();
  await host.close();
  const bot = await startBotProcess(env);
  // Twice: what the first leaves behind is no leak where the second needs no more.
  const loads = [await runLoad(bot, CONVERSATIONS), await runLoad(bot, CONVERSATIONS)];
  await bot.close();
  const report = chatReport({
    date: new Date(),
    machine: `Node.js ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
    files: readdirSync(WIDGET)
      .filter((name) => /\.(js|css)$/.test(name))
      .sort((a, b) => b.localeCompare(a))
      .map(sizesOf),
    openings,
    loads,
  });
  writeFileSync(OUT, report);
  console.log(`${report}\nWritten to ${OUT}.`);
  if (loads.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

function sizesOf(file: string) {
  const content = readFileSync(join(WIDGET, file));
  return {
    name: file.replace(/-[\w-]{12}\./, '.'),
    plain: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
