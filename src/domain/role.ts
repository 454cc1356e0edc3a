// The roles a person chooses between. Knows nothing of how a role is recognised or shown.

/** `both` is the combined role, and the role of entries that are about the field as a whole. */
export const ROLE_IDS = ['billing', 'coding', 'both'] as const;
export type RoleId = (typeof ROLE_IDS)[number];

export const isRoleId = (value: string): value is RoleId => (ROLE_IDS as readonly string[]).includes(value);

/** What to do in one part of the first 90 days. */
export interface PlanPart {
  /** "Weeks one and two". */
  readonly when: string;
  readonly steps: readonly string[];
}

/** A role as the author describes it in `knowledge/roles.yaml`. */
export interface Role {
  readonly id: RoleId;
  /** As in "I'd look at {title} first": lower case, no article. */
  readonly title: string;
  /** One sentence on what the work is. */
  readonly summary: string;
  /** What speaks against the role for anyone, said with every recommendation of it. */
  readonly caution: string;
  /** What the summary and the caution rest on. */
  readonly facts: readonly string[];
  /** The first 90 days, in order. */
  readonly plan: readonly PlanPart[];
  /** Words and short phrases by which people name the role, lower case. */
  readonly synonyms: readonly string[];
}
