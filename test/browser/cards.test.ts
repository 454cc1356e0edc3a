// Every kind of card in a real browser, as Microsoft Teams draws it: nothing is lost, for nobody, in no theme.
import type { Browser } from 'playwright-core';
import { axeIn } from '../helpers/browser/axe';
import { drawnCardsOf, openCardSheet, unreachableOf } from '../helpers/browser/cardSheet';
import { openBrowser, type Person } from '../helpers/browser/person';
import { TEAMS_THEMES } from '../helpers/browser/teamsHost';
import { cardOf, textsIn, wordsOf, type Card } from '../helpers/cardElements';
import { realCards } from '../helpers/cards';

jest.setTimeout(60_000);

const cards = Object.fromEntries(
  Object.entries(realCards()).map(([name, activity]) => [name, cardOf(activity)]),
);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(TEAMS_THEMES)('the cards in Teams (%s)', (theme) => {
  let sheet: Person;
  beforeAll(async () => {
    sheet = await openCardSheet(browser, theme, cards);
    await sheet.picture(`cards-${theme}`);
  });
  afterAll(() => sheet.leave());

  it('show all their words, and fit a phone and a desk', async () => {
    const drawn = await drawnCardsOf(sheet);
    expect(drawn).toHaveLength(2 * Object.keys(cards).length);
    for (const { name, width, text, faults } of drawn) {
      const where = `${name}, ${width} px`;
      expect([where, ...faults]).toEqual([where]);
      expect([where, ...wordsOf(text)]).toEqual([where, ...textsIn(cards[name]!).flatMap(wordsOf)]);
    }
  });

  it('can be read and used by everyone', async () => {
    expect(await axeIn(sheet.page)).toEqual([]);
    // The keyboard reaches the same in every theme.
    if (theme === 'light') expect(await unreachableOf(sheet)).toEqual([]);
    expect(sheet.takeProblems()).toEqual([]);
  });
});

describe('a sheet of cards', () => {
  const flawed: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'None.',
    body: [
      { type: 'TextBlock', text: '# No heading in Teams', wrap: true },
      { type: 'TextBlock', text: 'A text of more than one line on every phone, which does not wrap' },
      { type: 'TextBlock', text: 'Hardly to be read', color: 'warning', wrap: true },
      { type: 'TextBlock', text: 'Not to be seen', isVisible: false },
      {
        type: 'ColumnSet',
        columns: [{ type: 'Column', width: '400px', items: [{ type: 'TextBlock', text: 'Wide' }] }],
      },
    ],
    actions: [
      { type: 'Action.Execute', title: 'A label too long for a button on any phone, and cut off' },
      { type: 'Action.Execute', title: 'Out of order', isEnabled: false },
    ],
  };

  it('tells what is lost, what does not fit, and who cannot use it', async () => {
    const sheet = await openCardSheet(browser, 'light', { flawed });
    const [phone, desk] = await drawnCardsOf(sheet);
    expect(phone!.faults.join('\n')).toMatch(
      /wider by \d+.*H1.*cut off: .*which does not wrap.*cut off: .*A label too long/s,
    );
    expect(phone!.text).not.toContain('Not to be seen');
    expect(desk!.faults.join('\n')).not.toMatch(/wider|A label|does not wrap/);
    expect((await axeIn(sheet.page)).join('\n')).toContain('color-contrast');
    expect(await unreachableOf(sheet)).toEqual(['Out of order', 'Out of order']);
    await sheet.leave();
  });
});
