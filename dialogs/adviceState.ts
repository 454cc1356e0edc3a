// What the open guided advice keeps between turns; plain JSON, in dialog state.
import type { DialogInstance } from 'botbuilder-dialogs/lib/dialog';
import { nextQuestion, type AdviceSession } from '../src/domain/advice';
import type { Statement } from '../src/domain/adviceReading';
import {
  questionOf,
  questionsOf,
  type Question,
  type Questionnaire,
  type QuestionId,
} from '../src/domain/questionnaire';

export interface AdviceState {
  readonly session: AdviceSession;
  /** Stages whose introduction was told; going back does not tell it again. */
  readonly told: readonly string[];
  /** `seen` of the open question: an author may change it before the answer comes. Earlier releases did not keep it. */
  readonly asked?: string;
  /** The open question where it was answered before and is put again. */
  readonly changing?: QuestionId;
}

export interface AdviceOptions {
  /** To go on with; a new one where absent. */
  readonly session?: AdviceSession;
  /** A question to put again first. */
  readonly changing?: QuestionId;
  /** What the person told in the message that began the advice. */
  readonly statements?: readonly Statement[];
}

export const stateOf = (instance: DialogInstance): AdviceState => instance.state as AdviceState;

/** A question as far as "2" or "the last one" depends on it. */
export const seen = ({ id, options }: Question): string =>
  [id, ...options.map(({ label }) => label)].join('\n');

/** The question to put next; undefined where none is left. */
export function dueQuestion(
  questionnaire: Questionnaire,
  { session, changing }: AdviceState,
): Question | undefined {
  const again = changing === undefined ? undefined : questionOf(questionnaire, changing);
  return again ?? nextQuestion(questionnaire, session);
}

/** The question that the person saw; undefined where an author has since taken it out or changed its options. */
export function openQuestionOf(questionnaire: Questionnaire, instance: DialogInstance): Question | undefined {
  const state = stateOf(instance);
  if (state.asked === undefined) return dueQuestion(questionnaire, state);
  return questionsOf(questionnaire).find((question) => seen(question) === state.asked);
}

/** The stages of which something was answered, so that their introduction was told. */
export const begunStages = ({ stages }: Questionnaire, { answered }: AdviceSession): readonly string[] =>
  stages
    .filter(({ questions }) => questions.some(({ id }) => answered.some(({ question }) => question === id)))
    .map(({ id }) => id);
