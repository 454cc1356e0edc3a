// The guided advice as the author wrote it: stages, questions and options. What a person answered is in advice.ts.
import type { RoleId } from './role';

export type QuestionId = string & { readonly __brand: 'QuestionId' };
export type OptionId = string & { readonly __brand: 'OptionId' };

export interface Weight {
  /** How strongly the option speaks for (positive) or against (negative) the role; whole, -3..3, never 0. */
  readonly weight: number;
  /** Why it does: a clause about the work, as in "billers call insurers". */
  readonly because: string;
}

/** A role that is absent counts 0. */
export type Weights = Readonly<Partial<Record<RoleId, Weight>>>;

/** A hard fact that taste cannot outweigh; its advice stands under `hurdles`. */
export type Hurdle = string & { readonly __brand: 'Hurdle' };

export interface Option {
  readonly id: OptionId;
  /** At most 20 characters: longer ones silently lose their button on some channels. */
  readonly label: string;
  /** Other ways to say it, lower case; a typed answer that contains one chooses this option, the longest one first. */
  readonly synonyms: readonly string[];
  /** What the person told us by it, second person: "you like puzzles". Absent where it tells nothing. */
  readonly said?: string;
  readonly weights: Weights;
  readonly hurdle?: Hurdle;
  /** Amounts that mean this option, in dollars an hour: from `from` to just below `below`, without end where absent. */
  readonly range?: { readonly from: number; readonly below?: number };
}

export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  /** Said when the person asks why we want to know. */
  readonly why: string;
  /** Words by which a person speaks of the question, lower case: "change my answer about pay". The first is shown. */
  readonly names: readonly string[];
  /** What the weights of its options rest on. */
  readonly facts: readonly string[];
  /** Told after an answer, with `{answer}` in it: figures beside the person's own. */
  readonly beside?: { readonly text: string; readonly facts: readonly string[] };
  readonly options: readonly Option[];
}

export interface Stage {
  readonly id: 'requirements' | 'pay' | 'fit';
  /** Told before the first question: what matters here, with dated figures; two sentences. */
  readonly intro: string;
  readonly facts: readonly string[];
  readonly questions: readonly Question[];
}

export interface HurdleAdvice {
  /** What comes first, as in "First comes {first}". */
  readonly first: string;
  /** Roles that cannot be the first step while the hurdle stands; none where it only needs care. */
  readonly blocks: readonly RoleId[];
  readonly advice: string;
  readonly facts: readonly string[];
}

/** What can be chosen from by number, label or synonym: the options of a question, offers, a menu. */
export interface Choosable {
  readonly options: readonly Pick<Option, 'id' | 'label' | 'synonyms'>[];
}

/** What a person who has been here before may do. */
export const MENU_IDS = ['go-on', 'result', 'restart'] as const;
export type MenuId = (typeof MENU_IDS)[number];
export type MenuItem = Pick<Option, 'label' | 'synonyms'>;

export interface Questionnaire {
  readonly stages: readonly Stage[];
  /** Typed answers that pass over the question, as tokens parted by one space. */
  readonly skip: readonly string[];
  /** Typed answers that ask for the reason of the question. */
  readonly why: readonly string[];
  /** Typed answers that object to what was noted last. */
  readonly wrong: readonly string[];
  readonly menu: Readonly<Record<MenuId, MenuItem>>;
  readonly hurdles: Readonly<Record<Hurdle, HurdleAdvice>>;
}

/** Every question in the order of asking. */
export function questionsOf({ stages }: Questionnaire): readonly Question[] {
  return stages.flatMap(({ questions }) => questions);
}

/** Undefined where the questionnaire no longer has it. */
export function questionOf(questionnaire: Questionnaire, id: QuestionId): Question | undefined {
  return questionsOf(questionnaire).find((question) => question.id === id);
}

/** Undefined where the question no longer has it. */
export const optionOf = ({ options }: Question, id: OptionId | undefined): Option | undefined =>
  options.find((option) => option.id === id);

/** The stage that asks the question; undefined where the questionnaire no longer has it. */
export function stageOf({ stages }: Questionnaire, question: QuestionId): Stage | undefined {
  return stages.find(({ questions }) => questions.some(({ id }) => id === question));
}

/** -3..3; 0 where the option says nothing of the role. */
export const weightOf = ({ weights }: Option, role: RoleId): number => weights[role]?.weight ?? 0;
