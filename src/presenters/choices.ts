// Things to choose from: buttons where the channel has them, a numbered list in the text where it has none.
import { InputHints, type Activity } from 'botbuilder';
import { ChoiceFactory } from 'botbuilder-dialogs/lib/choices/choiceFactory';
import type { FaqId } from '../domain/faq';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { Question } from '../domain/questionnaire';
import type { Channel } from './channel';

/** Whole questions are longer than a suggested action may be, so they go on the buttons of a card. */
export function presentOffers(
  knowledge: SpokenKnowledge,
  offers: readonly FaqId[],
  channel: Channel,
): Partial<Activity> {
  const labels = [...offerLabels(knowledge, offers), phrase(knowledge.phrases, 'clarifyNone', {})];
  const text = phrase(knowledge.phrases, 'clarify', {});
  const activity = channel.links ? ChoiceFactory.heroCard(labels, text) : ChoiceFactory.list(labels, text);
  return { ...activity, inputHint: InputHints.ExpectingInput };
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
  const text = `${phrase(phrases, 'progress', progress)} ${question.text}`;
  const labels = question.options.map(({ label }) => label);
  return { ...ChoiceFactory.forChannel(channel.id, labels, text), inputHint: InputHints.ExpectingInput };
}
