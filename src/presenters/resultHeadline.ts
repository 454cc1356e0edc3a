// What a result says first, in a few sentences: which role, what comes before it, and how sure that is.
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import type { ForRole, Recommendation } from '../domain/recommendation';
import { titleOf } from './answer';
import { listed } from './wording';

/** One text a paragraph. */
export function headlineOf(knowledge: SpokenKnowledge, recommendation: Recommendation): string[] {
  const { phrases, roles } = knowledge;
  if (recommendation.kind === 'none') return [phrases.adviceNone];
  if (recommendation.kind === 'unknown') return [phrases.adviceUnknown];
  const { closeness, meanwhile } = recommendation;
  const first = comesFirst(knowledge, recommendation);
  const role = titleOf(knowledge, recommendation.role);
  const runnerUp = titleOf(knowledge, recommendation.runnerUp);
  const summary = roles.find(({ id }) => id === recommendation.role)?.summary ?? '';
  const hint = phrase(phrases, 'advisedLittleKnown', { role });
  const unblocked = closeness === 'too-little-known' ? hint : phrase(phrases, 'advised', { role });
  const suggestion = first ? phrase(phrases, 'advisedBlocked', { first, role }) : unblocked;
  const surety = {
    clear: [phrase(phrases, 'advisedClear', { runnerUp })],
    close: [phrase(phrases, 'advisedClose', { runnerUp })],
    'too-little-known': first ? [hint] : [],
  }[closeness];
  return [
    `${suggestion} ${summary}`,
    ...surety,
    ...(meanwhile ? [phrase(phrases, 'advisedMeanwhile', { role: titleOf(knowledge, meanwhile) })] : []),
  ];
}

/** What has to come before the role, as in "a diploma or GED and an income"; empty where nothing has to. */
export const comesFirst = ({ questionnaire }: SpokenKnowledge, { blockedBy }: ForRole): string =>
  listed(blockedBy.flatMap((hurdle) => questionnaire.hurdles[hurdle]?.first ?? []));
