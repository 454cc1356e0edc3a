// How much the answers speak for each role, as numbers; what they come to is decided in recommendation.ts.
import type { Answers } from './advice';
import {
  optionOf,
  questionsOf,
  weightOf,
  type Option,
  type Question,
  type Questionnaire,
} from './questionnaire';
import { ROLE_IDS, type RoleId } from './role';

/** 0..1 per role: 0 is the worst that the answered questions allow for it, 1 the best. */
export type Scores = Readonly<Record<RoleId, number>>;

export interface Chosen {
  readonly question: Question;
  readonly option: Option;
}

/** The chosen options in the order of the questionnaire, so that nothing depends on the order of answering. */
export function chosenOptions(questionnaire: Questionnaire, answers: Answers): readonly Chosen[] {
  return questionsOf(questionnaire).flatMap((question) => {
    const option = optionOf(question, answers[question.id]);
    return option ? [{ question, option }] : [];
  });
}

/**
 * For each role: (sum of the chosen weights - lowest possible sum) / (highest - lowest possible sum), where "possible"
 * runs over the options of the answered questions. A role with few or small weights thus reaches 0 and 1 as easily as
 * any other. 0.5 where the answered questions cannot tell anything about the role.
 */
export function scoresOf(chosen: readonly Chosen[]): Scores {
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

/** Best first; equal scores in the order of ROLE_IDS, in which the role that asks for less training comes first. */
export const rolesByScore = (scores: Scores): [RoleId, RoleId, RoleId] =>
  [...ROLE_IDS].sort((one, other) => scores[other] - scores[one]) as [RoleId, RoleId, RoleId];

/** Whether the option weighs anything for any role. */
export const isTelling = (option: Option): boolean => ROLE_IDS.some((role) => weightOf(option, role) !== 0);
