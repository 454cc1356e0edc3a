// Which role the answers speak for, how surely, and why: the adviser's judgement as one pure function.
import type { Answers } from './advice';
import { questionsOf, type Hurdle, type Option, type Question, type Questionnaire } from './questionnaire';
import { ROLE_IDS, type Role, type RoleId } from './role';

/**
 * Fewest answers that say anything (some weight is not 0) before a result is more than a guess. 6: one more than the
 * questions on requirements and pay, so at least one answer is about the work itself.
 */
export const ENOUGH_ANSWERS = 6;
/**
 * Lead of the best score over the second, 0..1, from which on the choice is clear. 0.2: then taking back any single
 * answer of a full session never puts another role on top (tested by sampling); at 0.15 about 1 % still turned.
 */
export const CLEAR_LEAD = 0.2;
/**
 * No role fits when every score, 0..1, is below this, and an answer that speaks against all roles can be named.
 * 0.4: clearly under the 0.5 around which undecided answers lie.
 */
export const NONE_FITS_BELOW = 0.4;

const MOST_REASONS = 3;
const MOST_AGAINST = 2;

/** 0..1 per role: 0 is the worst that the answered questions allow for it, 1 the best. */
export type Scores = Readonly<Record<RoleId, number>>;

export type Closeness = 'clear' | 'close' | 'too-little-known';

export type Recommendation =
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly runnerUp: Role;
      readonly scores: Scores;
      readonly closeness: Closeness;
      /** What speaks for the role, strongest first, at most 3; empty where no answer does. */
      readonly reasons: readonly string[];
      /** What speaks against the same role, strongest first, at most 2. */
      readonly against: readonly string[];
      /** In the order of the questionnaire. */
      readonly hurdles: readonly Hurdle[];
    }
  | {
      readonly kind: 'none';
      readonly scores: Scores;
      /** What speaks against every role, strongest first, 1 to 3. */
      readonly reasons: readonly string[];
      readonly hurdles: readonly Hurdle[];
    };

interface Chosen {
  readonly question: Question;
  readonly option: Option;
}

/**
 * The role that the answers speak for most. The order of `answers` does not matter; unknown ids are ignored.
 * Equal scores go to the role that comes first in `roles`. Throws a RangeError where `roles` has fewer than two.
 */
export function recommend(
  questionnaire: Questionnaire,
  roles: readonly Role[],
  answers: Answers,
): Recommendation {
  const chosen = chosenOptions(questionnaire, answers);
  const options = chosen.map(({ option }) => option);
  const scores = scoresOf(chosen);
  const [role, runnerUp] = [...roles].sort((one, other) => scores[other.id] - scores[one.id]);
  if (!role || !runnerUp) throw new RangeError('a recommendation needs at least two roles to choose between');

  const hurdles = [...new Set(options.flatMap(({ hurdle }) => (hurdle ? [hurdle] : [])))];
  const enough = options.filter(saysSomething).length >= ENOUGH_ANSWERS;
  const againstAll = strongest(options, (option) => -bestWeight(option), MOST_REASONS);
  if (enough && againstAll.length > 0 && scores[role.id] < NONE_FITS_BELOW) {
    return { kind: 'none', scores, reasons: againstAll, hurdles };
  }
  const lead = scores[role.id] - scores[runnerUp.id];
  return {
    kind: 'role',
    role,
    runnerUp,
    scores,
    closeness: !enough ? 'too-little-known' : lead >= CLEAR_LEAD ? 'clear' : 'close',
    reasons: strongest(options, (option) => weightOf(option, role.id), MOST_REASONS),
    against: strongest(options, (option) => -weightOf(option, role.id), MOST_AGAINST),
    hurdles,
  };
}

/** The chosen options in the order of the questionnaire, so that nothing depends on the order of asking. */
function chosenOptions(questionnaire: Questionnaire, answers: Answers): readonly Chosen[] {
  return questionsOf(questionnaire).flatMap((question) => {
    const option = question.options.find(({ id }) => id === answers[question.id]);
    return option ? [{ question, option }] : [];
  });
}

/**
 * For each role: (sum of the chosen weights - lowest possible sum) / (highest - lowest possible sum), where "possible"
 * runs over the options of the answered questions. A role with few or small weights thus reaches 0 and 1 as easily as
 * any other. 0.5 where the answered questions cannot tell anything about the role.
 */
function scoresOf(chosen: readonly Chosen[]): Scores {
  const score = (role: RoleId): number => {
    let above = 0;
    let range = 0;
    for (const { question, option } of chosen) {
      const weights = question.options.map((each) => weightOf(each, role));
      const lowest = Math.min(...weights);
      above += weightOf(option, role) - lowest;
      range += Math.max(...weights) - lowest;
    }
    return range === 0 ? 0.5 : above / range;
  };
  return Object.fromEntries(ROLE_IDS.map((role) => [role, score(role)])) as Scores;
}

const weightOf = (option: Option, role: RoleId): number => option.weights[role] ?? 0;

/** What the option is worth to the role it suits best; below 0 it speaks against all of them. */
const bestWeight = (option: Option): number => Math.max(...ROLE_IDS.map((role) => weightOf(option, role)));

const saysSomething = (option: Option): boolean => ROLE_IDS.some((role) => weightOf(option, role) !== 0);

/** Reasons of the options whose strength is above 0, strongest first, equal ones in the order of the questionnaire. */
function strongest(
  options: readonly Option[],
  strengthOf: (option: Option) => number,
  most: number,
): string[] {
  return options
    .filter((option) => strengthOf(option) > 0)
    .sort((one, other) => strengthOf(other) - strengthOf(one))
    .flatMap(({ reason }) => (reason ? [reason] : []))
    .slice(0, most);
}
