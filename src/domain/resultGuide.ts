// What a person takes home beside the recommendation: the roles side by side, and what to ask a school before paying.
import type { QuestionId } from './questionnaire';
import type { RoleId } from './role';

/** One thing by which the roles are compared. */
export interface Aspect {
  readonly id: string;
  /** As in "Pay in 2019". */
  readonly title: string;
  /** Questions by whose answers a person shows that they care about it; empty where it concerns everyone. */
  readonly questions: readonly QuestionId[];
  /** What holds for each role, in a few words. */
  readonly cells: Readonly<Record<RoleId, string>>;
  readonly facts: readonly string[];
}

export interface ResultGuide {
  readonly aspects: readonly Aspect[];
  readonly school: {
    /** Why to ask. */
    readonly intro: string;
    readonly questions: readonly string[];
    readonly facts: readonly string[];
  };
}
