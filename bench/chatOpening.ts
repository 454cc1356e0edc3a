// How long a person waits for the chat: from the click on the button to the bot's first words, in a real browser.
import type { Browser } from 'playwright-core';
import type { BotProcess } from '../test/helpers/browser/botProcess';
import { chatPanelOn } from '../test/helpers/browser/chatPanel';
import type { HostSite } from '../test/helpers/browser/hostSite';
import { openPerson } from '../test/helpers/browser/person';

export type Transport = 'websocket' | 'polling';

export interface OpeningFindings {
  readonly transport: Transport;
  /** Milliseconds, sorted: of people who come for the first time, with an empty cache. */
  readonly first: readonly number[];
  /** The same people on their next page, where the chat shows again what was said. */
  readonly again: readonly number[];
  /** Milliseconds from Enter to the beginning of the answer, sorted. */
  readonly answers: readonly number[];
}

export async function measureOpening(
  browser: Browser,
  bot: BotProcess,
  host: HostSite,
  transport: Transport,
  visits: number,
): Promise<OpeningFindings> {
  host.show({ bot: bot.url, attributes: transport === 'polling' ? { 'data-transport': 'polling' } : {} });
  const [first, again, answers]: [number[], number[], number[]] = [[], [], []];
  for (let visit = 0; visit < visits; visit++) {
    const person = await openPerson(browser);
    const panel = chatPanelOn(person.page);
    await person.page.goto(`${host.url}/`);
    first.push(
      await timed(async () => {
        await panel.launcher.click();
        await panel.newest('chatbot about careers');
      }),
    );
    answers.push(
      await timed(async () => {
        await panel.say('what does a coder earn?');
        await panel.newest('$50,250');
      }),
    );
    await panel.launcher.click();
    await person.page.goto(`${host.url}/courses`);
    again.push(
      await timed(async () => {
        await panel.launcher.click();
        await panel.newest('$50,250');
      }),
    );
    await person.leave();
  }
  return { transport, first: sorted(first), again: sorted(again), answers: sorted(answers) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
