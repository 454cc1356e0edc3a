// The real guided advice and roles, and ways to answer it: built by hand, arbitrary, or sampled evenly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Answers } from '../../src/domain/advice';
import { questionsOf, type Option, type Questionnaire, type Weights } from '../../src/domain/questionnaire';
import { ROLE_IDS, type Role, type RoleId } from '../../src/domain/role';

const knowledgeFile = (name: string): unknown =>
  parse(readFileSync(join(__dirname, '..', '..', 'knowledge', name), 'utf8'));

export const realQuestionnaire = knowledgeFile('questionnaire.yaml') as Questionnaire;
export const realRoles = knowledgeFile('roles.yaml') as readonly Role[];

/** A short questionnaire of one stage: question `q1` has the options `o1`, `o2` ... with the weights given, and so on. */
export function aQuestionnaire(...questions: readonly (readonly Weights[])[]): Questionnaire {
  const asked = questions.map((options, q) => ({
    id: `q${q + 1}`,
    text: `Question ${q + 1}?`,
    why: 'To know.',
    options: options.map((weights, o) => ({
      id: `o${o + 1}`,
      label: `Option ${o + 1}`,
      synonyms: [],
      weights,
      reason: `q${q + 1} o${o + 1}`,
    })),
  }));
  return {
    stages: [{ id: 'fit', intro: '', facts: [], questions: asked }],
    hurdles: {},
  } as unknown as Questionnaire;
}

/** `answersTo({ q1: 'o2' })`: answers from plain ids. */
export const answersTo = (options: Readonly<Record<string, string>>): Answers => options as Answers;

export const weightOf = (option: Option, role: RoleId): number => option.weights[role] ?? 0;

/** For each question the option that tells the roles apart least; of equals, the one that weighs least. */
export function neutralAnswers(questionnaire: Questionnaire): Answers {
  const spread = (option: Option): number => {
    const weights = ROLE_IDS.map((role) => weightOf(option, role));
    const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    return Math.max(...weights) - Math.min(...weights) + total / 100;
  };
  return answering(questionnaire, (options) => [...options].sort((a, b) => spread(a) - spread(b))[0]);
}

/** For each question the option with the highest weight for the role. */
export function bestAnswers(questionnaire: Questionnaire, role: RoleId): Answers {
  return answering(
    questionnaire,
    (options) => [...options].sort((a, b) => weightOf(b, role) - weightOf(a, role))[0],
  );
}

/** Any answers to the questionnaire, each question skipped now and then. */
export function anyAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const choices = questionsOf(questionnaire).map(({ id, options }) =>
    fc.tuple(
      fc.constant(id),
      fc.option(fc.constantFrom(...options.map((option) => option.id)), { nil: undefined }),
    ),
  );
  return fc
    .tuple(...choices)
    .map((chosen) =>
      answersTo(Object.fromEntries(chosen.flatMap(([id, option]) => (option ? [[id, option]] : [])))),
    );
}

/** `count` full sets of answers, every option of a question equally likely; the same ones in every run. */
export function sampledAnswers(questionnaire: Questionnaire, count: number): Answers[] {
  let seed = 20261122;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  return Array.from({ length: count }, () =>
    answering(questionnaire, (options) => options[Math.floor(next() * options.length)]),
  );
}

function answering(
  questionnaire: Questionnaire,
  choose: (options: readonly Option[]) => Option | undefined,
): Answers {
  return Object.fromEntries(
    questionsOf(questionnaire).flatMap(({ id, options }) => {
      const option = choose(options);
      return option ? [[id, option.id]] : [];
    }),
  );
}
