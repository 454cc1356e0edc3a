// Finds which role an utterance names, and hides the name so that the topic can be read apart from the role.
import type { Role, RoleId } from '../domain/role';

export interface RoleMentions {
  /** The role named; `both` where two are named, or only the pair; absent where none is. */
  readonly role: RoleId | undefined;
  /** The tokens with each mention replaced by a placeholder. */
  readonly masked: readonly string[];
}

export type RoleFinder = (tokens: readonly string[]) => RoleMentions;

/** Placeholders hold no letters of the roles, so no n-gram gives the role away. */
const PLACEHOLDER: Readonly<Record<RoleId, string>> = { billing: 'xqx', coding: 'xqx', both: 'xqqx' };

/** @param roles with synonyms in lower case, words parted by one space */
export function createRoleFinder(roles: readonly Role[]): RoleFinder {
  const synonyms = new Map(
    roles.flatMap(({ id, synonyms }) => synonyms.map((said): [string, RoleId] => [said, id])),
  );
  const longest = Math.max(...[...synonyms.keys()].map((said) => said.split(' ').length));

  return (tokens) => {
    const named = new Set<RoleId>();
    const masked: string[] = [];
    for (let at = 0; at < tokens.length;) {
      let length = Math.min(longest, tokens.length - at);
      let role: RoleId | undefined;
      // The longest synonym wins: "billing and coding" is the field, not two roles.
      for (; length > 0 && !role; length--) role = synonyms.get(tokens.slice(at, at + length).join(' '));
      if (role) named.add(role);
      masked.push(role ? PLACEHOLDER[role] : tokens[at]!);
      at += role ? length + 1 : 1;
    }
    // "Both of those for billers" is about billers.
    const single = [...named].filter((role) => role !== 'both');
    return { role: single.length === 1 ? single[0] : named.size > 0 ? 'both' : undefined, masked };
  };
}
