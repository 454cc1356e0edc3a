// Turns raw text into what the classifiers read: spelled-out tokens, role mentions hidden, unknown words counted.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { questionsOf, type Questionnaire } from '../domain/questionnaire';
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
  /** For what a person typed, be it a message or an author's phrasing: spelling is mended first. */
  readonly prepare: (text: string) => PreparedUtterance;
  /** For tokens that were mended already. */
  readonly prepareTokens: (tokens: readonly string[]) => Prepared;
}

/** A word that the phrasings use this often is right, though no list of English words has it ("careerstep"). */
const MIN_COUNT = 5;

export function createPreparer(knowledge: KnowledgeBase): Preparer {
  const findRoles = createRoleFinder(knowledge.roles);
  const examples = examplesOf(knowledge).map(({ text, id }) => ({ tokens: tokenize(text), id }));
  const synonyms = knowledge.roles.flatMap((role) => role.synonyms.map((said) => tokenize(said)));
  const counts = new Map<string, number>();
  for (const token of [...examples.map(({ tokens }) => tokens), ...synonyms].flat()) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  // Phrasings hold slips of people too: a rare word that English does not have is not one to mend towards.
  const isWord = ([token, count]: [string, number]) => count >= MIN_COUNT || COMMON_ENGLISH.has(token);
  // What an author wrote to be typed as it stands is right, however rare.
  const right = new Set([...COMMON_ENGLISH, ...synonyms.flat(), ...answerWords(knowledge.questionnaire)]);
  const speller = createSpeller(new Map([...counts].filter(isWord)), right);
  const answered = new Set(examples.flatMap(({ tokens, id }) => (isNone(id) ? [] : speller.correct(tokens))));

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

/** Every word that answers a question of the guided advice, passes over it or asks for its reason. */
function answerWords(questionnaire: Questionnaire): string[] {
  const options = questionsOf(questionnaire).flatMap((question) => question.options);
  const said = options.flatMap(({ label, synonyms }) => [label, ...synonyms]);
  return [...said, ...questionnaire.skip, ...questionnaire.why].flatMap((text) => tokenize(text));
}
