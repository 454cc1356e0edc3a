// Things to choose from: buttons where the channel has them, a numbered list in the text where it has none.
import { MessageFactory, type Activity } from 'botbuilder';
import { ChoiceFactory } from 'botbuilder-dialogs/lib/choices/choiceFactory';
import type { FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { OpenCard } from '../domain/press';
import type { Choosable } from '../domain/questionnaire';
import type { Channel } from './channel';
import { choiceCard } from './choiceCard';

/** Whole questions are longer than a suggested action may be, so they go on the buttons of a card. */
export function presentOffers(
  { phrases, entries }: SpokenKnowledge,
  offers: readonly FaqId[],
  card: OpenCard,
  channel: Channel,
): Partial<Activity> {
  const labels = [...offerLabels({ entries }, offers), phrase(phrases, 'clarifyNone', {})];
  if (channel.pressableCards) return onCard(card, labels);
  return channel.links
    ? ChoiceFactory.heroCard(labels, card.question)
    : ChoiceFactory.list(labels, card.question);
}

export function offerLabels(
  { entries }: Pick<SpokenKnowledge, 'entries'>,
  offers: readonly FaqId[],
): string[] {
  return offers.flatMap((id) => entries.get(id)?.question ?? []);
}

/** A question and what may be chosen in answer; labels of at most 20 characters keep their buttons everywhere. */
export function presentChoice(card: OpenCard, { options }: Choosable, channel: Channel): Partial<Activity> {
  const labels = options.map(({ label }) => label);
  return channel.pressableCards
    ? onCard(card, labels)
    : ChoiceFactory.forChannel(channel.id, labels, card.question);
}

/** `summary` is what a notification says. */
const onCard = (card: OpenCard, labels: readonly string[]): Partial<Activity> => ({
  ...MessageFactory.attachment(choiceCard(card, labels), undefined, undefined, 'expectingInput'),
  summary: card.question,
});
