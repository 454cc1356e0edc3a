// Things to choose from: buttons where the channel has them, a numbered list in the text where it has none.
import type { Activity } from 'botbuilder';
import { ChoiceFactory } from 'botbuilder-dialogs/lib/choices/choiceFactory';
import type { FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { Choosable, Question } from '../domain/questionnaire';
import type { Channel } from './channel';

/** Whole questions are longer than a suggested action may be, so they go on the buttons of a card. */
export function presentOffers(
  knowledge: SpokenKnowledge,
  offers: readonly FaqId[],
  channel: Channel,
): Partial<Activity> {
  const labels = [...offerLabels(knowledge, offers), phrase(knowledge.phrases, 'clarifyNone', {})];
  const text = phrase(knowledge.phrases, 'clarify', {});
  return channel.links ? ChoiceFactory.heroCard(labels, text) : ChoiceFactory.list(labels, text);
}

export function offerLabels(knowledge: SpokenKnowledge, offers: readonly FaqId[]): string[] {
  return offers.flatMap((id) => knowledge.entries.get(id)?.question ?? []);
}

export function presentQuestion(
  { phrases }: SpokenKnowledge,
  question: Question,
  progress: { readonly number: number; readonly total: number },
  channel: Channel,
): Partial<Activity> {
  return presentChoice(`${phrase(phrases, 'progress', progress)} ${question.text}`, question, channel);
}

/** A text and what may be chosen in answer; labels of at most 20 characters keep their buttons everywhere. */
export function presentChoice(text: string, { options }: Choosable, channel: Channel): Partial<Activity> {
  const labels = options.map(({ label }) => label);
  return ChoiceFactory.forChannel(channel.id, labels, text);
}
