import type { HeroCard } from 'botbuilder';
import { channelOf } from '../../src/presenters/channel';
import { offerLabels, presentChoice, presentOffers } from '../../src/presenters/choices';
import { aKnowledgeBase, anEntry, anOption, faqId } from '../helpers/builders';
import { buttonsOf } from '../helpers/conversationReader';

const knowledge = aKnowledgeBase({ entries: [anEntry('billing.pay'), anEntry('both.demand')] });
const offers = ['billing.pay', 'both.gone', 'both.demand'].map(faqId);
const card = { id: 'card-1', question: 'Well?' };
const LABELS = ['Question of billing.pay?', 'Question of both.demand?', 'clarifyNone'];

describe('presentOffers', () => {
  it('puts whole questions on the buttons of a card, and a way out last', () => {
    const activity = presentOffers(knowledge, offers, card, channelOf('webchat'));
    const drawn = activity.attachments?.[0]?.content as HeroCard;
    expect(drawn.text).toBe('Well?');
    expect(drawn.buttons?.map(({ title }) => title)).toEqual(LABELS);
    expect(drawn.buttons?.map(({ value }) => value as string)).toEqual(LABELS);
    expect(activity.inputHint).toBe('expectingInput');
  });

  it('numbers them in the text where the channel draws nothing', () => {
    const { text = '', attachments, inputHint } = presentOffers(knowledge, offers, card, channelOf('sms'));
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

describe('presentChoice', () => {
  const menu = { options: [anOption('Go on'), anOption('See my result'), anOption('Start again')] };

  it('says the text alone where there are buttons, and waits for an answer', () => {
    const { text, suggestedActions, inputHint } = presentChoice(card, menu, channelOf('webchat'));
    expect(text).toBe('Well?');
    expect(suggestedActions?.actions.map(({ title }) => title)).toEqual([
      'Go on',
      'See my result',
      'Start again',
    ]);
    expect(inputHint).toBe('expectingInput');
  });

  it('puts them on a card of its own in Teams, with the question for notifications', () => {
    const activity = presentChoice(card, menu, channelOf('msteams'));
    expect(activity).toMatchObject({ summary: 'Well?', inputHint: 'expectingInput' });
    expect(activity.text).toBeUndefined();
    expect(buttonsOf(activity)).toEqual(['Go on', 'See my result', 'Start again']);
  });

  it.each(['sms', 'console', 'test'])('names every choice in the text on %s', (channelId) => {
    const { text = '' } = presentChoice(card, menu, channelOf(channelId));
    for (const { label } of menu.options) expect(text).toContain(label);
  });

  it('numbers what may be chosen where there are none', () => {
    const { text, suggestedActions } = presentChoice(card, menu, channelOf('console'));
    expect(suggestedActions?.actions ?? []).toEqual([]);
    expect(text).toBe('Well? (1) Go on, (2) See my result, or (3) Start again');
  });
});
