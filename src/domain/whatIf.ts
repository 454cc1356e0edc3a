// Which single different answer would change the recommendation, so that a person sees what it hangs on.
import type { Answers } from './advice';
import type { Option, Question, Questionnaire, QuestionId } from './questionnaire';
import { recommend, type Recommendation } from './recommendation';
import type { RoleId } from './role';

export interface WhatIf {
  readonly question: QuestionId;
  /** The other answer: "you like talking with people on the phone". */
  readonly said: string;
  /** What would lead then; `none` where no role would fit. */
  readonly outcome: RoleId | 'none';
}

const MOST = 2;

/**
 * At most two other answers to questions of taste, of different questions, each of which alone would lead elsewhere; the
 * one that leads there most surely first. Empty where no single answer does. What a person has or needs is no taste.
 */
export function whatIfs(questionnaire: Questionnaire, answers: Answers): readonly WhatIf[] {
  const now = outcomeOf(recommend(questionnaire, answers));
  const found = tasteQuestions(questionnaire).flatMap((question) => {
    const changes = question.options.flatMap((option) =>
      changeBy(questionnaire, answers, question, option, now),
    );
    return changes.sort((a, b) => b.lead - a.lead).slice(0, 1);
  });
  return found
    .sort((a, b) => b.lead - a.lead)
    .slice(0, MOST)
    .map(({ whatIf }) => whatIf);
}

const tasteQuestions = ({ stages }: Questionnaire): readonly Question[] =>
  stages.filter(({ id }) => id === 'fit').flatMap(({ questions }) => questions);

function changeBy(
  questionnaire: Questionnaire,
  answers: Answers,
  question: Question,
  { id, said }: Option,
  now: WhatIf['outcome'] | undefined,
) {
  const then = recommend(questionnaire, { ...answers, [question.id]: id });
  const outcome = outcomeOf(then);
  if (said === undefined || outcome === undefined || outcome === now) return [];
  const whatIf: WhatIf = { question: question.id, said, outcome };
  const lead = then.kind === 'role' ? then.scores[then.role] - then.scores[then.runnerUp] : 0;
  return [{ whatIf, lead }];
}

const outcomeOf = (recommendation: Recommendation): WhatIf['outcome'] | undefined =>
  recommendation.kind === 'role' ? recommendation.role : recommendation.kind === 'none' ? 'none' : undefined;
