// Which role the answers speak for, how surely, and why: the adviser's judgement as one pure function.
import type { Answers } from './advice';
import {
  stageOf,
  weightOf,
  type Hurdle,
  type Option,
  type Question,
  type Questionnaire,
  type QuestionId,
} from './questionnaire';
import { ROLE_IDS, type RoleId } from './role';
import { chosenOptions, isTelling, rolesByScore, scoresOf, type Chosen, type Scores } from './scoring';

/** Fewest answers that tell anything (some weight is not 0) before a result is more than a guess. */
export const ENOUGH_ANSWERS = 5;
/** So many of them must be about the work itself (the stage `fit`): who needs what says little of who likes what. */
export const ENOUGH_ABOUT_FIT = 2;
/**
 * Lead of the best score over the second, 0..1, from which on the choice is clear. 0.2: then taking back any single
 * answer of a full session never puts another role on top (tested on every full session).
 */
export const CLEAR_LEAD = 0.2;
/**
 * No role fits when every score, 0..1, is below this, and an answer that speaks against all roles can be named.
 * 0.4: clearly under the 0.5 around which undecided answers lie.
 */
export const NONE_FITS_BELOW = 0.4;

const MOST_REASONS = 3;
const MOST_AGAINST = 2;

export type Closeness = 'clear' | 'close' | 'too-little-known';

/** One answer and what it counts for the role, or against it. */
export interface Reason {
  readonly question: QuestionId;
  /** What the person told us: "you like puzzles". */
  readonly said: string;
  /** Why that counts for the role: "coding suits people who like puzzles". */
  readonly because: string;
  /** -3..3, not 0. */
  readonly weight: number;
}

export interface ForRole {
  readonly kind: 'role';
  readonly role: RoleId;
  readonly runnerUp: RoleId;
  readonly scores: Scores;
  readonly closeness: Closeness;
  /** What speaks for the role, strongest first, at most 3; empty where no answer does. */
  readonly reasons: readonly Reason[];
  /** What speaks against the same role, strongest first, at most 2. */
  readonly against: readonly Reason[];
  /** Hard facts that the answers raised, in the order of the questionnaire. */
  readonly hurdles: readonly Hurdle[];
  /** Those of the hurdles that taste cannot outweigh: the role cannot be the first step while they stand. */
  readonly blockedBy: readonly Hurdle[];
  /** Where the role is blocked, the best of those that are not; absent where all are. */
  readonly meanwhile?: RoleId;
}

export type Recommendation =
  | ForRole
  | {
      readonly kind: 'none';
      readonly scores: Scores;
      /** What speaks against every role, strongest first, 1 to 3. */
      readonly reasons: readonly Reason[];
      readonly hurdles: readonly Hurdle[];
    }
  /** Too few answers, and none of them for any role. */
  | { readonly kind: 'unknown'; readonly scores: Scores; readonly hurdles: readonly Hurdle[] };

/** The role that the answers speak for most. Their order does not matter; ids that the questionnaire lacks are ignored. */
export function recommend(questionnaire: Questionnaire, answers: Answers): Recommendation {
  const chosen = chosenOptions(questionnaire, answers);
  const scores = scoresOf(chosen);
  const hurdles = [...new Set(chosen.flatMap(({ option: { hurdle } }) => (hurdle ? [hurdle] : [])))];
  const telling = chosen.filter(({ option }) => isTelling(option));
  const aboutFit = telling.filter(({ question }) => stageOf(questionnaire, question.id)?.id === 'fit');
  const isEnough = telling.length >= ENOUGH_ANSWERS && aboutFit.length >= ENOUGH_ABOUT_FIT;

  const ranked = rolesByScore(scores);
  const [role, runnerUp] = ranked;
  const isBacked = chosen.some(({ option }) => weightOf(option, role) > 0);
  // Few answers, and not one of them for the role: to name it would be a guess.
  if (!isEnough && !isBacked) return { kind: 'unknown', scores, hurdles };
  const againstAll = strongest(chosen, bestRole, -1, MOST_REASONS);
  if (isEnough && againstAll.length > 0 && scores[role] < NONE_FITS_BELOW) {
    return { kind: 'none', scores, reasons: againstAll, hurdles };
  }
  const isClear = scores[role] - scores[runnerUp] >= CLEAR_LEAD;
  return {
    kind: 'role',
    role,
    runnerUp,
    scores,
    closeness: !isEnough ? 'too-little-known' : isClear ? 'clear' : 'close',
    reasons: strongest(chosen, () => role, 1, MOST_REASONS),
    against: strongest(chosen, () => role, -1, MOST_AGAINST),
    hurdles,
    ...barriersOf(questionnaire, hurdles, ranked),
  };
}

/** Which of the hurdles block the best of the roles, and the best role that none of them blocks. */
function barriersOf(
  questionnaire: Questionnaire,
  hurdles: readonly Hurdle[],
  ranked: readonly [RoleId, ...RoleId[]],
): Pick<ForRole, 'blockedBy' | 'meanwhile'> {
  const blocks = (hurdle: Hurdle, role: RoleId) =>
    questionnaire.hurdles[hurdle]?.blocks.includes(role) ?? false;
  const blockedBy = hurdles.filter((hurdle) => blocks(hurdle, ranked[0]));
  if (blockedBy.length === 0) return { blockedBy };
  const meanwhile = ranked.find((role) => !hurdles.some((hurdle) => blocks(hurdle, role)));
  return meanwhile ? { blockedBy, meanwhile } : { blockedBy };
}

/** The role that the option suits best; what speaks against that one speaks against all. */
const bestRole = (option: Option): RoleId =>
  ROLE_IDS.reduce((best, role) => (weightOf(option, role) >= weightOf(option, best) ? role : best));

/** What the option counts for the role; undefined where it counts nothing, or tells nothing that could be said. */
export function reasonOf({ id }: Question, { said, weights }: Option, role: RoleId): Reason | undefined {
  const weight = weights[role];
  return said === undefined || weight === undefined ? undefined : { question: id, said, ...weight };
}

/** Reasons whose weight has that sign, strongest first, equal ones in the order of the questionnaire. */
function strongest(
  chosen: readonly Chosen[],
  roleOf: (option: Option) => RoleId,
  sign: 1 | -1,
  most: number,
): Reason[] {
  return chosen
    .flatMap(({ question, option }) => reasonOf(question, option, roleOf(option)) ?? [])
    .filter(({ weight }) => weight * sign > 0)
    .sort((one, other) => sign * (other.weight - one.weight))
    .slice(0, most);
}
