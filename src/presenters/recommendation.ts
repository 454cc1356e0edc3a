// The outcome of the guided advice as it is sent: a card where the channel draws cards, the same words as text elsewhere.
import { MessageFactory, type Activity } from 'botbuilder';
import { answersOf, type AdviceSession } from '../domain/advice';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { recommend } from '../domain/recommendation';
import { paragraph } from './blocks';
import type { Channel } from './channel';
import { documentCard } from './documentCard';
import { documentText } from './documentText';
import { explanationDocument } from './explanationDocument';
import { resultDocument } from './resultDocument';
import { headlineOf } from './resultHeadline';

/**
 * The result of a session. With a card goes its headline: as text for those who listen, or whose client draws none, unless
 * the channel would show that as a message of its own; and as `summary` for notifications.
 */
export function presentResult(
  knowledge: SpokenKnowledge,
  session: AdviceSession,
  channel: Channel,
): Partial<Activity> {
  const document = resultDocument(knowledge, session);
  const next = paragraph(knowledge.phrases.adviceNext);
  if (!channel.adaptiveCards) return MessageFactory.text(documentText([...document, next], channel));
  const headline = headlineOf(knowledge, recommend(knowledge.questionnaire, answersOf(session)));
  const summary = headline.join(' ');
  if (channel.pressableCards) {
    const whole = [...document, next];
    return { ...MessageFactory.attachment(documentCard(whole, documentText(whole, channel))), summary };
  }
  const text = documentText([...headline.map(paragraph), next], channel);
  return {
    ...MessageFactory.attachment(documentCard(document, documentText(document, channel)), text),
    summary,
  };
}

/** The whole result as one text, to keep. */
export const resultText = (knowledge: SpokenKnowledge, session: AdviceSession, channel: Channel): string =>
  documentText(resultDocument(knowledge, session), channel);

/** How the answers led to the result, as one text. */
export const explanationText = (
  knowledge: SpokenKnowledge,
  session: AdviceSession,
  channel: Channel,
): string => documentText(explanationDocument(knowledge, session), channel);
