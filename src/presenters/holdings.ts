// What the bot has of a person right now, kind by kind: the answer to "what do you know about me".
import type { Phrases } from '../domain/phrases';
import { phrase } from '../domain/phrases';
import type { RecordCounts } from '../domain/records';

export interface Holdings extends RecordCounts {
  readonly hasTopic: boolean;
  /** Answers to the questions of the guided advice. */
  readonly answers: number;
  readonly hasResult: boolean;
}

/** A line for each kind of which there is something; one sentence where there is nothing. */
export function holdingsText(phrases: Phrases, holdings: Holdings): string {
  const { hasTopic, answers, hasResult, pages, messages, ratings, comments, questions } = holdings;
  const lines = [
    hasTopic && phrases.holdsTopic,
    answers > 0 && phrase(phrases, 'holdsAnswers', { count: answers }),
    hasResult && phrases.holdsResult,
    pages > 0 && phrase(phrases, 'holdsPages', { count: pages }),
    messages > 0 && phrase(phrases, 'holdsMessages', { count: messages }),
    ratings > 0 && phrase(phrases, 'holdsRatings', { count: ratings, comments }),
    questions > 0 && phrase(phrases, 'holdsQuestions', { count: questions }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return phrases.holdsNothing;
  return [phrases.holds, ...lines.map((line) => `- ${line}`)].join('\n');
}
