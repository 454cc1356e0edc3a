// What the open guided advice keeps between turns; plain JSON, in dialog state.
import type { DialogInstance } from 'botbuilder-dialogs/lib/dialog';
import { nextQuestion, type AdviceSession } from '../src/domain/advice';
import type { Statement } from '../src/domain/adviceReading';
import type { OpenCard } from '../src/domain/press';
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
  /** The channel's id of the message that the advice began with: cards of another advice are none of this one. */
  readonly begunBy?: string;
  /** What the open question stands on. */
  readonly card?: OpenCard;
}

export interface AdviceOptions {
  /** To go on with; a new one where absent. */
  readonly session?: AdviceSession;
  /** A question to put again first. */
  readonly changing?: QuestionId;
  /** What the person told in the message that began the advice. */
  readonly statements?: readonly Statement[];
}

/** The state with another session: no question of it is put yet. */
export const movedTo = ({ told, begunBy }: AdviceState, session: AdviceSession): AdviceState => ({
  session,
  told,
  begunBy,
});

export const stateOf = (instance: DialogInstance): AdviceState => instance.state as AdviceState;

/** Of the same advice at the same point it is the same card, however often the question is put. */
export const cardIdOf = ({ begunBy, session, changing }: AdviceState, { id }: Question): string =>
  [begunBy, session.answered.length, id, ...(changing === undefined ? [] : ['again'])].join('/');

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

/** The state to begin with: of the stages of which something was answered, the introduction was told. */
export const begun = (
  { stages }: Questionnaire,
  session: AdviceSession,
  begunBy: string | undefined,
): AdviceState => ({
  session,
  told: stages
    .filter(({ questions }) =>
      questions.some(({ id }) => session.answered.some(({ question }) => question === id)),
    )
    .map(({ id }) => id),
  begunBy,
});
