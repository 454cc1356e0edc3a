// The real guided advice and roles, and ways to answer any: by hand, arbitrary, or sampled evenly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { NEW_SESSION, withStatements, type AdviceSession, type Answers } from '../../src/domain/advice';
import {
  questionsOf,
  weightOf,
  type Option,
  type OptionId,
  type Question,
  type Questionnaire,
  type QuestionId,
} from '../../src/domain/questionnaire';
import { ROLE_IDS, type Role, type RoleId } from '../../src/domain/role';
import { seededRandom } from '../../src/matching/random';

const knowledgeFile = (name: string): unknown =>
  parse(readFileSync(join(__dirname, '..', '..', 'knowledge', name), 'utf8'));

export const realQuestionnaire = knowledgeFile('questionnaire.yaml') as Questionnaire;
export const realRoles = knowledgeFile('roles.yaml') as readonly Role[];

/** `answersTo({ q1: 'o2' })`: answers from plain ids. */
export const answersTo = (options: Readonly<Record<string, string>>): Answers => options as Answers;

/** The answers without the one to that question. */
export const without = (answers: Answers, question: string): Answers =>
  answersTo(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question)));

/** The session in which they were given, one message each. */
export const sessionOf = (answers: Answers): AdviceSession =>
  (Object.entries(answers) as [QuestionId, OptionId][]).reduce(
    (session, [question, option]) => withStatements(session, [{ question, option }]),
    NEW_SESSION,
  );

/** For each question the option that tells the roles apart least; of equals, the one that weighs least. */
export function neutralAnswers(questionnaire: Questionnaire): Answers {
  const spread = (option: Option): number => {
    const weights = ROLE_IDS.map((role) => weightOf(option, role));
    const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    return Math.max(...weights) - Math.min(...weights) + total / 100;
  };
  return answering(questionnaire, ({ options }) => [...options].sort((a, b) => spread(a) - spread(b))[0]);
}

/** For each question the option with the highest weight for the role. */
export const bestAnswers = (questionnaire: Questionnaire, role: RoleId): Answers =>
  answering(questionnaire, (question) => bestOption(question, role));

const bestOption = ({ options }: Question, role: RoleId): Option | undefined =>
  [...options].sort((a, b) => weightOf(b, role) - weightOf(a, role))[0];

/**
 * Any answers to the questionnaire, each question skipped now and then.
 * @param leaning a role that most answers suit best, so that much is clear early
 */
export function anyAnswers(questionnaire: Questionnaire, leaning?: RoleId): fc.Arbitrary<Answers> {
  const choices = questionsOf(questionnaire).map((question) => {
    const any = fc.option(fc.constantFrom(...question.options), { nil: undefined });
    const best = fc.constant(leaning && bestOption(question, leaning));
    return leaning ? fc.oneof(any, { weight: 4, arbitrary: best }) : any;
  });
  return fc.tuple(...choices).map((chosen) => answering(questionnaire, (_, at) => chosen[at]));
}

/** `count` full sets of answers, every option of a question equally likely; the same ones in every run. */
export function sampledAnswers(questionnaire: Questionnaire, count: number): Answers[] {
  const random = seededRandom(20261122);
  return Array.from({ length: count }, () =>
    answering(questionnaire, ({ options }) => options[Math.floor(random() * options.length)]),
  );
}

const answering = (
  questionnaire: Questionnaire,
  choose: (question: Question, at: number) => Option | undefined,
): Answers =>
  Object.fromEntries(
    questionsOf(questionnaire).flatMap((question, at) => {
      const option = choose(question, at);
      return option ? [[question.id, option.id]] : [];
    }),
  );
