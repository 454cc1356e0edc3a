// The outcome of the guided advice in words: which role, why, what speaks against it, and what to do first.
import { MessageFactory, type Activity } from 'botbuilder';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { Recommendation } from '../domain/recommendation';

export function presentRecommendation(
  knowledge: SpokenKnowledge,
  recommendation: Recommendation,
): Partial<Activity> {
  return MessageFactory.text(recommendationText(knowledge, recommendation));
}

/** Paragraphs in the order a person needs them; a part with nothing to say is left out. */
export function recommendationText(knowledge: SpokenKnowledge, recommendation: Recommendation): string {
  const { phrases, questionnaire } = knowledge;
  const hurdles = recommendation.hurdles.map((hurdle) => questionnaire.hurdles[hurdle]?.advice ?? '');
  const first = list(phrase(phrases, 'advisedFirst', {}), hurdles);
  if (recommendation.kind === 'none') {
    const because = list(phrase(phrases, 'advisedAgainst', {}), recommendation.reasons);
    return paragraphs([
      phrase(phrases, 'adviceNone', {}),
      because,
      first,
      phrase(phrases, 'adviceAgain', {}),
    ]);
  }
  const { role, runnerUp, closeness, reasons, against } = recommendation;
  const closing = {
    clear: phrase(phrases, 'advisedClear', { runnerUp: runnerUp.title }),
    close: phrase(phrases, 'advisedClose', { runnerUp: runnerUp.title }),
    'too-little-known': phrase(phrases, 'advisedLittleKnown', {}),
  }[closeness];
  return paragraphs([
    `${phrase(phrases, 'advised', { role: role.title })} ${role.summary}`,
    list(phrase(phrases, 'advisedBecause', {}), reasons),
    list(phrase(phrases, 'advisedAgainst', {}), [...against, role.caution]),
    closing,
    first,
    list(phrase(phrases, 'advisedSteps', {}), role.firstSteps),
    `${phrase(phrases, 'advisedAid', {})} ${phrase(phrases, 'adviceAgain', {})}`,
  ]);
}

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

const list = (heading: string, items: readonly string[]): string =>
  items.length > 0 ? [heading, ...items.map((item) => `- ${item}`)].join('\n') : '';
