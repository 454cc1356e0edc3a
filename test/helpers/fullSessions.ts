// What full sessions come to, all of them: there are millions, but they come to some thousands of sums of weights.
import { questionsOf, weightOf, type Questionnaire } from '../../src/domain/questionnaire';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';

/** By role, in the order of ROLE_IDS. */
export type Points = readonly [number, number, number];

/** A question as far as its weights go. */
export interface WeighedQuestion {
  /** What each option counts above the lowest that the question allows for the role. */
  readonly options: readonly Points[];
  /** The most that it allows for the role. */
  readonly range: Points;
}

export const weighedQuestions = (questionnaire: Questionnaire): WeighedQuestion[] =>
  questionsOf(questionnaire).map(({ options }) => {
    const weights = options.map((option) => byRole((_, role) => weightOf(option, role)));
    const lowest = byRole((r) => Math.min(...weights.map((each) => each[r])));
    const highest = byRole((r) => Math.max(...weights.map((each) => each[r])));
    return { options: weights.map((each) => minus(each, lowest)), range: minus(highest, lowest) };
  });

/** Every sum that some full session of the questions comes to. */
export const sumsOf = (questions: readonly WeighedQuestion[]): Points[] =>
  questions.reduce<Points[]>(
    (sums, { options }) => different(sums.flatMap((sum) => options.map((option) => plus(sum, option)))),
    [[0, 0, 0]],
  );

/** The highest sums that the questions allow for each role. */
export const rangeOf = (questions: readonly WeighedQuestion[]): Points =>
  questions.map(({ range }) => range).reduce(plus);

export const plus = (a: Points, b: Points): Points => byRole((r) => a[r] + b[r]);

/** The role with the highest share of its range, and how far it is ahead of the second. */
export function leaderOf(sum: Points, range: Points): { readonly role: RoleId; readonly lead: number } {
  const [best, second] = ROLE_IDS.map((role, r) => ({ role, share: sum[r]! / range[r]! })).sort(
    (one, other) => other.share - one.share,
  );
  return { role: best!.role, lead: best!.share - second!.share };
}

const minus = (a: Points, b: Points): Points => byRole((r) => a[r] - b[r]);

const byRole = (count: (r: 0 | 1 | 2, role: RoleId) => number): Points => [
  count(0, ROLE_IDS[0]),
  count(1, ROLE_IDS[1]),
  count(2, ROLE_IDS[2]),
];

const different = (all: readonly Points[]): Points[] => [
  ...new Map(all.map((each) => [each.join(), each])).values(),
];
