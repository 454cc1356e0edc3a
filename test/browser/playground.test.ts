// The bot in Microsoft's Agents Playground, a page that behaves as Teams does: what people there meet.
import type { Browser } from 'playwright-core';
import { startBotProcess, type BotProcess } from '../helpers/browser/botProcess';
import { openBrowser, openPerson, type Person } from '../helpers/browser/person';
import { playgroundPageOn, type PlaygroundPage } from '../helpers/browser/playgroundPage';
import { startPlayground, type PlaygroundProcess } from '../helpers/browser/playgroundProcess';

jest.setTimeout(120_000);

const WELCOME = 'chatbot about careers';
const RESULT = 'Why it may fit you';
const SCREEN = { viewport: { width: 1280, height: 900 } };

let browser: Browser;
let bot: BotProcess;
let playground: PlaygroundProcess;
let person: Person;
let teams: PlaygroundPage;

beforeAll(async () => {
  [browser, bot] = await Promise.all([openBrowser(), startBotProcess()]);
});
afterAll(async () => {
  await browser.close();
  await bot.close();
});
beforeEach(async () => {
  playground = await startPlayground(bot.url);
  person = await openPerson(browser, SCREEN);
  teams = playgroundPageOn(person.page);
  await teams.open(playground.url);
  await teams.newest(WELCOME);
});
afterEach(async () => {
  expect(person.takeProblems()).toEqual([]);
  await person.leave();
  await playground.close();
});

describe('a personal chat', () => {
  it('welcomes once, and answers with marks that show the sources, with thumbs, and with what to ask next', async () => {
    await teams.say('what does a coder earn?');
    await teams.newest('You can also ask');
    expect((await teams.messages()).map((text) => text.slice(0, 12))).toEqual([
      "bot: Hi, I'm",
      'me: what doe',
      'bot: The clo',
      'bot: You can',
    ]);
    await person.picture('teams-personal');
    const answer = teams.shown.nth(2);
    expect(await answer.innerText()).toContain('$50,250');
    await answer.getByRole('button', { name: '2', exact: true }).hover();
    await person.page.getByText('as of May 2024').waitFor();

    await answer.getByRole('button', { name: 'Like', exact: true }).click();
    await person.page.getByRole('textbox', { name: 'What did you like?' }).fill('The figure');
    await person.page.getByRole('button', { name: 'Submit' }).click();
    await person.page.getByText('Thank you!').waitFor();
    await person.page.getByRole('button', { name: 'Close', exact: true }).click();

    const card = teams.shown.filter({ hasText: 'You can also ask' }).first();
    await card.getByRole('button', { name: 'How much does a medical biller earn?' }).click();
    await card.getByText('✓ How much does a medical biller earn?').waitFor();
    expect((await teams.messages()).find((text) => text.includes('$47,170'))).toMatch(/^bot: /);
  });

  it('goes by buttons to a result; each card then shows what was chosen and has no button left', async () => {
    await teams.say('help me choose');
    let asked = 0;
    for (;;) {
      await teams.newest(new RegExp(`Question ${asked + 1} of|${RESULT}`));
      if ((await teams.messages()).at(-1)!.includes(RESULT)) break;
      await teams.choices().first().click();
      asked += 1;
    }
    expect(asked).toBeGreaterThanOrEqual(6);
    const cards = teams.shown.filter({ hasText: /Question \d/ });
    expect(await cards.count()).toBe(asked);
    await cards
      .filter({ hasText: '✓' })
      .nth(asked - 1)
      .waitFor();
    expect(await cards.locator('.ac-pushButton').count()).toBe(0);
    await person.picture('teams-result');
  });

  it('changes nothing for a button that is pressed too late', async () => {
    await teams.say('help me choose');
    await teams.newest('Question 1 of');
    const late = teams.shown.nth((await teams.shown.count()) - 1);
    await teams.say('2');
    await teams.newest('Question 2 of');
    await teams.choices().first().click();
    await teams.newest('Question 3 of');
    const before = await teams.shown.count();
    await late.getByRole('button', { name: 'No diploma yet' }).click();
    await late.getByText('This question is closed').waitFor();
    expect(await teams.shown.count()).toBe(before);
    await teams.say('back');
    await teams.newest('Question 2 of');
  });

  it('begins anew for who removes the bot and adds it again', async () => {
    await teams.say('help me choose');
    await teams.newest('Question 1 of');
    await teams.mock('Uninstall application');
    await teams.mock('Install application');
    await teams.newest(WELCOME);
    await teams.say('2');
    await teams.shown.nth(-2).filter({ hasText: '2' }).waitFor();
    expect((await teams.messages()).at(-1)).not.toContain('Question 2 of');
  });
});

describe('a group chat', () => {
  it('answers who mentions it, by name; the others cannot answer in their place', async () => {
    await teams.goTo('Group Chat');
    await teams.newest(WELCOME);
    await teams.mention('help me choose');
    await teams.newest('Question 1 of');
    const card = teams.shown.filter({ hasText: 'Question 1 of' });
    expect(await card.innerText()).toContain('For Alex Wilber:');
    await teams.pressAs('Megan Bowen');
    await teams.choices().first().click();
    await card.getByText('it is for someone else').waitFor();
    await teams.newest('Question 1 of');
    await teams.pressAs('Alex Wilber');
    await teams.choices().first().click();
    await teams.newest('Question 2 of');
    // The answer to the press comes after what the bot says in the turn.
    await card.getByText('✓ No diploma yet').waitFor();
  });

  it('leads each of two people through an advice of their own', async () => {
    const theirs = await startPlayground(bot.url, 'Megan Bowen');
    const other = await openPerson(browser, SCREEN);
    const megan = playgroundPageOn(other.page);
    await megan.open(theirs.url);
    await megan.goTo('Group Chat');
    await teams.goTo('Group Chat');
    // The advice of the test before may still be open: the group is the same.
    await teams.mention('start over');
    await teams.mention('help me choose');
    await teams.newest('Question 1 of');
    await megan.mention('help me choose');
    await megan.newest('Question 1 of');
    await megan.choices().first().click();
    await megan.newest('Question 2 of');
    await teams.choices().last().click();
    await teams.newest('Question 2 of');
    expect(other.takeProblems()).toEqual([]);
    await other.leave();
    await theirs.close();
  });
});

describe('a channel', () => {
  it('answers in the thread, and goes on there', async () => {
    await teams.goTo('General');
    const thread = await teams.post('what does a coder earn?');
    await thread.getByText('$50,250').waitFor();
    await teams.reply(thread, 'and a biller?');
    await thread.getByText('$47,170').waitFor();
    await teams.reply(thread, 'help me choose');
    await thread.getByText('Question 1 of').waitFor();
    await thread.getByRole('button', { name: 'Diploma or GED' }).click();
    await thread.getByText('Question 2 of').waitFor();
    await thread.getByText('✓ Diploma or GED').waitFor();
    await person.picture('teams-channel');
  });
});
