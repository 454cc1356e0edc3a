// Turns raw text into what the classifiers read: spelled-out tokens, role mentions hidden, unknown words counted.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { COMMON_ENGLISH } from './english';
import type { Prepared } from './intentClassifier';
import { createRoleFinder } from './roleMentions';
import { createSpeller } from './speller';
import { tokenize } from './tokens';
import { examplesOf, isNone } from './topics';

export interface PreparedUtterance extends Prepared {
  /** Share of the words that no entry uses, 0..1; many of them mean that the message is about something else. */
  readonly unknownShare: number;
}

export interface Preparer {
  /** For what a person typed: spelling is mended first. */
  readonly prepare: (text: string) => PreparedUtterance;
  /** For tokens that are right as they stand, such as those of the author's phrasings. */
  readonly prepareTokens: (tokens: readonly string[]) => Prepared;
}

export function createPreparer(knowledge: KnowledgeBase): Preparer {
  const findRoles = createRoleFinder(knowledge.roles);
  const vocabulary = new Map<string, number>();
  const answered = new Set<string>();
  const learn = (text: string, isAnswered: boolean) => {
    for (const token of tokenize(text)) {
      vocabulary.set(token, (vocabulary.get(token) ?? 0) + 1);
      if (isAnswered) answered.add(token);
    }
  };
  for (const { text, id } of examplesOf(knowledge)) learn(text, !isNone(id));
  for (const { synonyms } of knowledge.roles) synonyms.forEach((said) => learn(said, true));
  const speller = createSpeller(vocabulary, COMMON_ENGLISH);

  const prepareTokens = (tokens: readonly string[]): Prepared => ({ tokens, ...findRoles(tokens) });
  return {
    prepare(text) {
      const tokens = speller.correct(tokenize(text));
      const unknown = tokens.filter((token) => !answered.has(token)).length;
      return { ...prepareTokens(tokens), unknownShare: tokens.length > 0 ? unknown / tokens.length : 1 };
    },
    prepareTokens,
  };
}
