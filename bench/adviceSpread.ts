// How results of the guided advice spread over sampled people, so that no role is favoured by how it is built.
import { answersOf, NEW_SESSION, nextQuestion, withSkipped, withStatements } from '../src/domain/advice';
import { isDone } from '../src/domain/enough';
import {
  questionsOf,
  weightOf,
  type Option,
  type Question,
  type Questionnaire,
} from '../src/domain/questionnaire';
import { recommend } from '../src/domain/recommendation';
import { ROLE_IDS, type RoleId } from '../src/domain/role';
import { seededRandom, type Random } from './evaluation';

/** Chooses what a person answers; undefined skips. */
export type Person = (question: Question, random: Random) => Option | undefined;

export interface Spread {
  readonly sessions: number;
  /** How many ended in what: `billing clear`, `none`, `unknown`. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Mean score of each role over all sessions, 0..1. */
  readonly meanScores: Readonly<Record<RoleId, number>>;
  /** Questions until the result, of the person in the middle. */
  readonly medianAsked: number;
  /** Sessions that ended before all questions were put. */
  readonly endedEarly: number;
  /** Options, as `question/option`, that nobody came to choose. */
  readonly unreached: readonly string[];
}

/** Somebody who answers at random, every option of a question being equally likely. */
export const anybody: Person = ({ options }, random) => options[Math.floor(random() * options.length)];

/** Somebody who skips every fifth question and otherwise answers at random. */
export const hesitant: Person = (question, random) =>
  random() < 0.2 ? undefined : anybody(question, random);

/** Somebody cut out for a role: three in five answers are the one that suits it best, the others are random. */
export const cutOutFor =
  (role: RoleId): Person =>
  (question, random) =>
    random() < 0.6
      ? [...question.options].sort((a, b) => weightOf(b, role) - weightOf(a, role))[0]
      : anybody(question, random);

/** Leads `sessions` people to their results, as the bot would; the same ones for the same seed. */
export function spreadOf(
  questionnaire: Questionnaire,
  person: Person,
  sessions: number,
  seed: number,
): Spread {
  const random = seededRandom(seed);
  const outcomes = new Map<string, number>();
  const asked: number[] = [];
  const sums = new Map<RoleId, number>();
  const questions = questionsOf(questionnaire);
  const unreached = new Set(
    questions.flatMap(({ id, options }) => options.map((option) => `${id}/${option.id}`)),
  );
  for (let i = 0; i < sessions; i++) {
    let session = NEW_SESSION;
    let count = 0;
    for (let next = nextQuestion(questionnaire, session); next; next = nextQuestion(questionnaire, session)) {
      if (isDone(questionnaire, session)) break;
      count += 1;
      const option = person(next, random);
      unreached.delete(`${next.id}/${option?.id}`);
      session = option
        ? withStatements(session, [{ question: next.id, option: option.id }])
        : withSkipped(session, next.id);
    }
    const result = recommend(questionnaire, answersOf(session));
    const outcome = result.kind === 'role' ? `${result.role} ${result.closeness}` : result.kind;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    ROLE_IDS.forEach((role) => sums.set(role, (sums.get(role) ?? 0) + result.scores[role]));
    asked.push(count);
  }
  asked.sort((a, b) => a - b);
  return {
    sessions,
    outcomes,
    meanScores: Object.fromEntries(
      ROLE_IDS.map((role) => [role, (sums.get(role) ?? 0) / sessions]),
    ) as Spread['meanScores'],
    medianAsked: asked[Math.floor(sessions / 2)] ?? 0,
    endedEarly: asked.filter((count) => count < questions.length).length,
    unreached: [...unreached],
  };
}
