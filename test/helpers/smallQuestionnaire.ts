// A questionnaire of numbers alone, for tests of what the numbers lead to.
import type {
  Hurdle,
  HurdleAdvice,
  OptionId,
  Question,
  Questionnaire,
  QuestionId,
  Weights,
} from '../../src/domain/questionnaire';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';
import { questionnaireOf } from './builders';

/** An option in short: its weights, 0 for one that does not count, and the hurdle that it raises. */
export type Counts = Readonly<Partial<Record<RoleId, number>>> & { readonly hurdle?: string };

/** A short questionnaire of the stage `fit`: question `q1` has the options `o1`, `o2` ... that count so, and so on. */
export const aQuestionnaire = (...questions: readonly (readonly Counts[])[]): Questionnaire =>
  questionnaireOf({
    stages: [{ id: 'fit', intro: 'Intro.', facts: [], questions: questions.map(countedQuestion) }],
  });

const countedQuestion = (options: readonly Counts[], at: number): Question => ({
  id: `q${at + 1}` as QuestionId,
  text: `Question ${at + 1}?`,
  why: 'To know.',
  names: [`question ${at + 1}`],
  facts: [],
  options: options.map(({ hurdle, ...counts }, o) => ({
    id: `o${o + 1}` as OptionId,
    label: `Option ${o + 1}`,
    synonyms: [],
    said: `q${at + 1} o${o + 1}`,
    weights: weightsOf(counts),
    ...(hurdle !== undefined && { hurdle: hurdle as Hurdle }),
  })),
});

const weightsOf = (counts: Counts): Weights =>
  Object.fromEntries(
    ROLE_IDS.flatMap((role) => {
      const weight = counts[role] ?? 0;
      return weight === 0 ? [] : [[role, { weight, because: `${weight} for ${role}` }]];
    }),
  );

/** The same with these hurdles, each with the roles that it blocks. */
export const withHurdles = (
  questionnaire: Questionnaire,
  blocks: Readonly<Record<string, readonly RoleId[]>>,
): Questionnaire => ({
  ...questionnaire,
  hurdles: Object.fromEntries(
    Object.entries(blocks).map(([id, each]): [string, HurdleAdvice] => [
      id,
      { first: `what ${id} needs`, blocks: each, advice: `Advice on ${id}.`, facts: [] },
    ]),
  ),
});

/** The same with only the last `count` questions in the stage `fit`. */
export function withFit({ stages, ...others }: Questionnaire, count: number): Questionnaire {
  const [fit] = stages;
  const questions = fit!.questions;
  const from = questions.length - count;
  return {
    ...others,
    stages: [
      { ...fit!, id: 'requirements', questions: questions.slice(0, from) },
      { ...fit!, questions: questions.slice(from) },
    ],
  };
}
