import type { HeroCard } from 'botbuilder';
import { channelOf } from '../../src/presenters/channel';
import { offerLabels, presentChoice, presentOffers, presentQuestion } from '../../src/presenters/choices';
import { aKnowledgeBase, anEntry, anOption, aQuestion, faqId } from '../helpers/builders';

const knowledge = aKnowledgeBase({ entries: [anEntry('billing.pay'), anEntry('both.demand')] });
const offers = ['billing.pay', 'both.gone', 'both.demand'].map(faqId);
const LABELS = ['Question of billing.pay?', 'Question of both.demand?', 'clarifyNone'];

describe('presentOffers', () => {
  it('puts whole questions on the buttons of a card, and a way out last', () => {
    const activity = presentOffers(knowledge, offers, channelOf('webchat'));
    const card = activity.attachments?.[0]?.content as HeroCard;
    expect(card.text).toBe('clarify');
    expect(card.buttons?.map(({ title }) => title)).toEqual(LABELS);
    expect(card.buttons?.map(({ value }) => value as string)).toEqual(LABELS);
    expect(activity.inputHint).toBe('expectingInput');
  });

  it('numbers them in the text where the channel draws nothing', () => {
    const { text = '', attachments, inputHint } = presentOffers(knowledge, offers, channelOf('sms'));
    expect(attachments ?? []).toEqual([]);
    expect(inputHint).toBe('expectingInput');
    LABELS.forEach((label, at) =>
      expect(text).toMatch(new RegExp(`${at + 1}\\. ${label.replace('?', '\\?')}`)),
    );
  });
});

describe('offerLabels', () => {
  it('leaves out what is no entry', () => {
    expect(offerLabels(knowledge, offers)).toEqual(LABELS.slice(0, 2));
  });
});

describe('presentQuestion', () => {
  const question = aQuestion(anOption('Right away'), anOption('In about a year'), anOption('No rush'));
  const present = (channelId: string) =>
    presentQuestion(knowledge, question, { number: 4, total: 10 }, channelOf(channelId));

  it('says how far the advice is, then the question', () => {
    expect(present('webchat').text).toBe('progress 4 10 Question?');
    expect(present('webchat').inputHint).toBe('expectingInput');
  });

  it('shows every option as a button where the channel suggests actions', () => {
    const actions = present('webchat').suggestedActions?.actions.map(({ title }) => title);
    expect(actions).toEqual(['Right away', 'In about a year', 'No rush']);
  });

  it('shows every option on a card in Teams', () => {
    const card = present('msteams').attachments?.[0]?.content as HeroCard;
    expect(card.buttons?.map(({ title }) => title)).toEqual(['Right away', 'In about a year', 'No rush']);
  });

  it.each(['sms', 'console', 'test'])('names every option in the text on %s', (channelId) => {
    const { text = '' } = present(channelId);
    for (const { label } of question.options) expect(text).toContain(label);
  });
});

describe('presentChoice', () => {
  const menu = { options: [anOption('Go on'), anOption('See my result'), anOption('Start again')] };

  it('says the text alone where there are buttons, and waits for an answer', () => {
    const { text, suggestedActions, inputHint } = presentChoice('Well?', menu, channelOf('webchat'));
    expect(text).toBe('Well?');
    expect(suggestedActions?.actions.map(({ title }) => title)).toEqual([
      'Go on',
      'See my result',
      'Start again',
    ]);
    expect(inputHint).toBe('expectingInput');
  });

  it('numbers what may be chosen where there are none', () => {
    const { text, suggestedActions } = presentChoice('Well?', menu, channelOf('console'));
    expect(suggestedActions?.actions ?? []).toEqual([]);
    expect(text).toBe('Well? (1) Go on, (2) See my result, or (3) Start again');
  });
});
