// The guided advice as the author wrote it: stages, questions and options. What a person answered is in advice.ts.
import type { RoleId } from './role';

export type QuestionId = string & { readonly __brand: 'QuestionId' };
export type OptionId = string & { readonly __brand: 'OptionId' };

/** How strongly an option speaks for (positive) or against (negative) each role; 0 when absent. Range -3..3. */
export type Weights = Readonly<Partial<Record<RoleId, number>>>;

/** A hard fact that taste cannot outweigh; `knowledge/questionnaire.yaml` says what the bot tells the person. */
export type Hurdle = string & { readonly __brand: 'Hurdle' };

export interface Option {
  readonly id: OptionId;
  /** At most 20 characters: longer ones silently lose their button on some channels. */
  readonly label: string;
  /** Other ways to say it, lower case; a typed answer that contains one chooses this option, the longest one first. */
  readonly synonyms: readonly string[];
  readonly weights: Weights;
  /** Second-person clause that completes "because ..."; why this answer counts the way it does. */
  readonly reason?: string;
  readonly hurdle?: Hurdle;
}

export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  /** Said when the person asks why we want to know. */
  readonly why: string;
  readonly options: readonly Option[];
}

export interface Stage {
  readonly id: 'requirements' | 'pay' | 'fit';
  /** Told before the first question: what matters here, with dated figures. */
  readonly intro: string;
  readonly facts: readonly string[];
  readonly questions: readonly Question[];
}

export interface Questionnaire {
  readonly stages: readonly Stage[];
  /** Typed answers that pass over the question, as tokens parted by one space. */
  readonly skip: readonly string[];
  /** Typed answers that ask for the reason of the question. */
  readonly why: readonly string[];
  /** What to tell, and to do first, where an answer raised the hurdle. */
  readonly hurdles: Readonly<Record<Hurdle, { readonly advice: string }>>;
}

/** Every question in the order of asking. */
export function questionsOf({ stages }: Questionnaire): readonly Question[] {
  return stages.flatMap(({ questions }) => questions);
}

/** The stage that asks the question; undefined where the questionnaire no longer has it. */
export function stageOf({ stages }: Questionnaire, question: QuestionId): Stage | undefined {
  return stages.find(({ questions }) => questions.some(({ id }) => id === question));
}

/** What a typed message means as an answer to a question of the guided advice. */
export type AnswerReading =
  /** `exact`: the whole message is the option, so that it can be nothing else. */
  | { readonly kind: 'option'; readonly option: Option; readonly exact: boolean }
  | { readonly kind: 'skip' }
  | { readonly kind: 'why' };
