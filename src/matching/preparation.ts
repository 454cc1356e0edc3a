// Turns raw text into what the classifiers read: spelled-out tokens, role mentions hidden, unknown words counted.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { questionsOf, type Questionnaire } from '../domain/questionnaire';
import { COMMON_ENGLISH } from './english';
import type { Prepared } from './intentClassifier';
import { createRoleFinder } from './roleMentions';
import { countWords, createSpeller } from './speller';
import { tokenize } from './tokens';
import { examplesOf, isNone } from './topics';

export interface PreparedUtterance extends Prepared {
  /** Share of the words that no entry uses, 0..1; many of them mean that the message is about something else. */
  readonly unknownShare: number;
}

/** A text to learn from; see `examplesOf`. */
export interface PreparedExample extends Prepared {
  readonly id: string;
}

export interface Preparer {
  /** For what a person typed, be it a message or an author's phrasing: spelling is mended first. */
  readonly prepare: (text: string) => PreparedUtterance;
  /** For tokens that were mended already. */
  readonly prepareTokens: (tokens: readonly string[]) => Prepared;
}

export interface PreparerWithExamples extends Preparer {
  /** Every text to learn from, in the order of `examplesOf`: mending them all takes longer than all else here. */
  readonly examples: readonly PreparedExample[];
}

export function createPreparer(knowledge: KnowledgeBase): PreparerWithExamples {
  const findRoles = createRoleFinder(knowledge.roles);
  const typed = examplesOf(knowledge).map(({ text, id }) => ({ tokens: tokenize(text), id }));
  const synonyms = knowledge.roles.flatMap((role) => role.synonyms.map((said) => tokenize(said)));
  // What an author wrote to be typed as it stands is right, however rare.
  const written = new Set([...synonyms.flat(), ...answerWords(knowledge.questionnaire)]);
  const right = { has: (word: string) => COMMON_ENGLISH.has(word) || written.has(word) };
  const speller = createSpeller(countWords([...typed.map(({ tokens }) => tokens), ...synonyms]), right);
  const spelled = typed.map(({ tokens, id }) => ({ tokens: speller.correct(tokens), id }));
  const answered = new Set(spelled.flatMap(({ tokens, id }) => (isNone(id) ? [] : tokens)));

  const prepareTokens = (tokens: readonly string[]): Prepared => ({ tokens, ...findRoles(tokens) });
  return {
    prepare(text) {
      const tokens = speller.correct(tokenize(text));
      return { ...prepareTokens(tokens), unknownShare: unknownShare(tokens, answered) };
    },
    prepareTokens,
    examples: spelled.map(({ tokens, id }) => ({ id, ...prepareTokens(tokens) })),
  };
}

/** Share of the tokens that are not among the known ones, 0..1; 1 where there are no tokens. */
export const unknownShare = (tokens: readonly string[], known: Pick<ReadonlySet<string>, 'has'>): number =>
  tokens.length > 0 ? tokens.filter((token) => !known.has(token)).length / tokens.length : 1;

/** Every word that answers a question of the guided advice, passes over it or asks for its reason. */
function answerWords(questionnaire: Questionnaire): string[] {
  const options = questionsOf(questionnaire).flatMap((question) => question.options);
  const said = options.flatMap(({ label, synonyms }) => [label, ...synonyms]);
  return [...said, ...questionnaire.skip, ...questionnaire.why].flatMap((text) => tokenize(text));
}
