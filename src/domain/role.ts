// The roles a person chooses between. Knows nothing of how a role is recognised or shown.

/** `both` is the combined role, and the role of entries that are about the field as a whole. */
export const ROLE_IDS = ['billing', 'coding', 'both'] as const;
export type RoleId = (typeof ROLE_IDS)[number];

export const isRoleId = (value: string): value is RoleId => (ROLE_IDS as readonly string[]).includes(value);

/** A role as the author describes it in `knowledge/roles.yaml`; the order there breaks ties between roles. */
export interface Role {
  readonly id: RoleId;
  /** As in "I'd look at {title} first": lower case, no article. */
  readonly title: string;
  /** One sentence on what the work is. */
  readonly summary: string;
  /** What speaks against the role for anyone, said with every recommendation of it. */
  readonly caution: string;
  readonly firstSteps: readonly string[];
  /** Words and short phrases by which people name the role, lower case. */
  readonly synonyms: readonly string[];
}
