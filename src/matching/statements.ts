// Recognises whole statements about oneself ("I can't stand the phone") as options of the guided advice.
import type { Statement } from '../domain/adviceReading';
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { questionsOf, type OptionId, type Questionnaire, type QuestionId } from '../domain/questionnaire';
import { fitCalibration } from './calibration';
import { waysToSay } from './answerReader';
import {
  createTextMatcher,
  OUT_OF_SCOPE,
  trainTextMatcher,
  type LabelledText,
  type TextMatcherModel,
} from './textMatcher';

/** What a text states, and how surely. */
export interface Stated {
  readonly statement: Statement;
  /** 0..1. */
  readonly confidence: number;
}

/** The option that a text states most likely; undefined where it states none. */
export type StatementReader = (text: string) => Stated | undefined;

/** Phrasings of each question, and utterances of each background group, that show what is no statement. */
const COUNTER_EXAMPLES = 2;

export const trainStatements = (knowledge: KnowledgeBase): TextMatcherModel =>
  trainTextMatcher(statementExamples(knowledge), [], fitCalibration);

export function createStatementReader(model: TextMatcherModel): StatementReader {
  const { match } = createTextMatcher(model);
  return (text) => {
    const { ranking, confidence } = match(text);
    const [best] = ranking;
    if (!best || best.label === OUT_OF_SCOPE) return undefined;
    const [question, option] = best.label.split('/') as [QuestionId, OptionId];
    return { statement: { question, option }, confidence };
  };
}

/**
 * All there is to learn from: the author's statements, and those of the short answers that can stand alone, beside texts
 * that state nothing.
 */
export function statementExamples({
  statements,
  questionnaire,
  entries,
  background,
}: KnowledgeBase): LabelledText[] {
  const labelled = (label: string, texts: readonly string[]) => texts.map((text) => ({ text, label }));
  return [
    ...statements.answers.flatMap(({ question, option, says }) => labelled(`${question}/${option}`, says)),
    ...shortAnswers(questionnaire).map(({ statement: { question, option }, text }) => ({
      text,
      label: `${question}/${option}`,
    })),
    ...labelled(OUT_OF_SCOPE, [
      ...statements.asides,
      ...[...entries.values()].flatMap(({ variants }) => variants.slice(0, COUNTER_EXAMPLES)),
      ...background.flatMap(({ utterances }) => utterances.slice(0, COUNTER_EXAMPLES)),
    ]),
  ];
}

export interface ShortAnswer {
  readonly statement: Statement;
  /** Tokens parted by one space. */
  readonly text: string;
}

/**
 * Synonyms of two words or more that tell something and belong to one question only: "night shift", not "not sure". Those of
 * pay are figures, which are read as such (amounts.ts).
 */
export function shortAnswers(questionnaire: Questionnaire): ShortAnswer[] {
  const owners = ownersOf(questionnaire);
  return questionsOf(questionnaire).flatMap((question) =>
    question.options
      .filter(({ said, range }) => said !== undefined && !range)
      .flatMap(({ id, synonyms }) =>
        synonyms
          .filter((text) => text.includes(' ') && owners.get(text)?.size === 1)
          .map((text) => ({ statement: { question: question.id, option: id }, text })),
      ),
  );
}

/** What answers several questions, such as "part time": outside of those they tell nothing. */
export const sharedAnswers = (questionnaire: Questionnaire): ReadonlySet<string> =>
  new Set([...ownersOf(questionnaire)].flatMap(([text, { size }]) => (size > 1 ? [text] : [])));

/** The questions that each label or synonym answers. */
function ownersOf(questionnaire: Questionnaire): ReadonlyMap<string, ReadonlySet<QuestionId>> {
  const owners = new Map<string, Set<QuestionId>>();
  for (const { id, options } of questionsOf(questionnaire)) {
    for (const text of options.flatMap(waysToSay)) {
      owners.set(text, (owners.get(text) ?? new Set()).add(id));
    }
  }
  return owners;
}
