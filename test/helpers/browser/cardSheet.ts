// A page with cards as Microsoft Teams draws them, on a phone and at a desk, for tests and for people to look at.
import { buildSync } from 'esbuild';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { html } from '../../../src/html';
import type { Card } from '../cardElements';
import { openPerson, type Person } from './person';
import { TEAMS_COLOURS, teamsHostConfig, type TeamsTheme } from './teamsHost';

/** Of a card in CSS pixels: on the narrowest phone, and in a chat at a desk. */
export const CARD_WIDTHS = [320, 500] as const;

export interface DrawnCard {
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  /** All that is to be seen. */
  readonly text: string;
  /** What does not fit or would not be drawn. */
  readonly faults: readonly string[];
}

let bundled: string | undefined;
const drawScript = (): string =>
  (bundled ??= buildSync({
    entryPoints: [join(__dirname, 'drawCards.js')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    legalComments: 'none',
  }).outputFiles[0]!.text);

/** Opens the page with every card in each width. @param cards by name */
export async function openCardSheet(
  browser: Browser,
  theme: TeamsTheme,
  cards: Readonly<Record<string, Card>>,
): Promise<Person> {
  const person = await openPerson(browser, { viewport: { width: 3500, height: 1000 } });
  await person.page.setContent(sheetHtml(theme));
  await person.page.addScriptTag({ content: drawScript() });
  const given = [cards, teamsHostConfig(theme), CARD_WIDTHS].map((each) => JSON.stringify(each));
  await person.page.evaluate(`drawCards(${given.join()})`);
  return person;
}

export const drawnCardsOf = ({ page }: Person): Promise<readonly DrawnCard[]> =>
  page.evaluate<readonly DrawnCard[]>('drawnCards()');

/** Of all the buttons and links, those that Tab does not come to. */
export async function unreachableOf({ page }: Person): Promise<string[]> {
  const count = await page.evaluate<number>(`{
    window.unreached = new Set(document.querySelectorAll('.card :is(button, a)'));
    addEventListener('focusin', ({ target }) => unreached.delete(target));
    // Cards take the focus too.
    [...document.querySelectorAll('.card, .card *')].filter(({ tabIndex }) => tabIndex >= 0).length
  }`);
  for (let pressed = 0; pressed < count; pressed += 1) await page.keyboard.press('Tab');
  return page.evaluate<string[]>('[...unreached].map(({ textContent }) => textContent)');
}

/**
 * Teams has no style sheet to take. Its buttons go to the next row where there is no place, as in Microsoft's Playground,
 * and keep to one line, which is cut off where it is longer than the card is wide.
 */
function sheetHtml(theme: TeamsTheme): string {
  const { chat, edge, ...colours } = TEAMS_COLOURS[theme];
  const [text] = colours.text.map(cssColour);
  const [accent] = colours.accent.map(cssColour);
  const style = `
    body { margin: 16px; background: ${chat}; color: ${text}; font: 14px/1.4 'Segoe UI', sans-serif }
    main { display: flex; flex-wrap: wrap; gap: 24px }
    section { display: flex; flex-wrap: wrap; align-content: start; align-items: start; gap: 16px; width: 840px }
    h2 { width: 100%; margin: 0; font-size: 14px }
    .card { border-radius: 4px; box-shadow: 0 0 0 1px ${edge} }
    .ac-anchor { color: ${accent} }
    .ac-pushButton { box-sizing: border-box; max-width: 100%; min-height: 32px; padding: 5px 12px; background: none;
      border: 1px solid ${edge}; border-radius: 4px; color: inherit; font: 600 14px 'Segoe UI', sans-serif }
    .ac-actionSet { flex-wrap: wrap; gap: 8px }
    .ac-actionSet > div { display: none }
    :focus-visible { outline: 2px solid ${text} }`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <title>Cards in Teams, ${theme}</title>
      </head>
      <body>
        <header><h1>Cards in Teams, ${theme}</h1></header>
        <main></main>
      </body>
    </html>`.markup.replace('</head>', `<style>${style}</style></head>`);
}

/** `#aarrggbb` of a host configuration as `#rrggbbaa`. */
const cssColour = (colour: string): string => colour.replace(/^#(..)(......)$/, '#$2$1');
