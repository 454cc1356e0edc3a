// Finds messages that may be about life and death. Phrases, not a classifier: what raises it must be open to reading.
import type { SafetyRule } from '../domain/knowledgeBase';
import { tokenize } from './tokens';

export type SafetyCheck = (text: string) => string | undefined;

/** Read further than a question is: who despairs may write at length. More than one message may hold; characters. */
const LONGEST = 10_000;

/** A check that gives the id of the first rule raised; rules earlier in the file come first. */
export function createSafetyCheck(rules: readonly SafetyRule[]): SafetyCheck {
  const patterns = rules.map(({ id, phrases, except }) => ({
    id,
    raised: new RegExp(phrases.map(sourceOf).join('|')),
    harmless: [...except]
      .sort((a, b) => b.split(' ').length - a.split(' ').length)
      .map((phrase) => new RegExp(sourceOf(phrase), 'g')),
  }));
  return (text) => {
    const words = tokenize(text, { longest: LONGEST }).join(' ');
    return patterns.find(({ raised, harmless }) => {
      // Nearly always: what is hidden below brings no words together that were apart.
      if (!raised.test(words)) return false;
      // Only the words of a harmless use are hidden: whoever asks for the suicide hotline may still want to die.
      const left = harmless.reduce((rest, phrase) => rest.replaceAll(phrase, '|'), words);
      return raised.test(left);
    })?.id;
  };
}

const sourceOf = (phrase: string): string => {
  const words = phrase.split(' ').map((word) => (word === '*' ? '[^ |]+' : word));
  return `(?<=^| )${words.join(' ')}(?= |$)`;
};
