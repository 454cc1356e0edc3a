// Whether what is left to ask can still change the outcome: if not, asking it would only cost the person time.
import { answersOf, openQuestions, type AdviceSession, type Answers } from './advice';
import { weightOf, type OptionId, type Question, type Questionnaire, type QuestionId } from './questionnaire';
import { recommend, type Recommendation } from './recommendation';
import { ROLE_IDS } from './role';

/** Ways to answer what is left that are tried at most; each takes some 20 microseconds. */
const MOST_WAYS = 2_000;

/**
 * True where the recommendation is clear, every way to answer or skip the questions that are left leads to the same role
 * as clearly, and none of them asks for a hard fact. With many questions left it is false without a look at all ways.
 */
export function isEnough(questionnaire: Questionnaire, session: AdviceSession): boolean {
  const answers = answersOf(session);
  const now = recommend(questionnaire, answers);
  if (now.kind !== 'role' || now.closeness !== 'clear') return false;
  const open = openQuestions(questionnaire, session);
  if (open.some((question) => asksForHardFact(questionnaire, question))) return false;
  const choices = open.map((question) => ({
    id: question.id,
    options: [undefined, ...differentOptions(question)],
  }));
  if (choices.reduce((ways, { options }) => ways * options.length, 1) > MOST_WAYS) return false;
  return everyWay(choices, answers, (then) => isSame(recommend(questionnaire, then), now));
}

/** True where there is nothing left to ask that could matter. */
export const isDone = (questionnaire: Questionnaire, session: AdviceSession): boolean =>
  openQuestions(questionnaire, session).length === 0 || isEnough(questionnaire, session);

const isSame = (one: Recommendation, other: Recommendation & { readonly kind: 'role' }): boolean =>
  one.kind === 'role' && one.role === other.role && one.closeness === other.closeness;

const asksForHardFact = ({ hurdles }: Questionnaire, { options }: Question): boolean =>
  options.some(({ hurdle }) => hurdle !== undefined && (hurdles[hurdle]?.blocks.length ?? 0) > 0);

/** Of options that weigh the same, one will do. */
function differentOptions({ options }: Question): OptionId[] {
  const weighed = options.map((option): [string, OptionId] => [
    ROLE_IDS.map((role) => weightOf(option, role)).join(),
    option.id,
  ]);
  return [...new Map(weighed).values()];
}

interface Choice {
  readonly id: QuestionId;
  readonly options: readonly (OptionId | undefined)[];
}

function everyWay(
  [first, ...others]: readonly Choice[],
  answers: Answers,
  holds: (answers: Answers) => boolean,
): boolean {
  if (!first) return holds(answers);
  return first.options.every((option) =>
    everyWay(others, option === undefined ? answers : { ...answers, [first.id]: option }, holds),
  );
}
