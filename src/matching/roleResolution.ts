// Decides for which role a topic is answered: ids are role.topic, and not every topic has an entry for every role.
import type { ChatId, FaqId } from '../domain/faq';
import { entryOf, type KnowledgeBase } from '../domain/knowledgeBase';
import { ROLE_IDS, type RoleId } from '../domain/role';
import type { TopicScore } from './intentClassifier';
import type { FollowUp } from './followUp';

/**
 * From this lead of one id over its siblings on, the words imply a role though none is named ("filing claims" means
 * billing). Raw score; chosen on the development split (DESIGN.md, "Matching").
 */
const IMPLIED_LEAD = 1.6;

export interface Resolution {
  readonly ids: readonly (FaqId | ChatId)[];
  readonly role?: RoleId;
}

export function resolveRole(
  knowledge: KnowledgeBase,
  { topic, ids }: TopicScore,
  followUp: FollowUp,
): Resolution {
  const entries = ROLE_IDS.flatMap((role) => entryOf(knowledge, role, topic) ?? []);
  const roles = entries.map(({ role }) => role);
  const only = (role: RoleId): Resolution => ({ ids: [`${role}.${topic}` as FaqId], role });
  // Chat and commands have no role; "right for me" shares its topic with a command.
  if (entries.length === 0 || !ids.every(({ id }) => roles.some((role) => id === `${role}.${topic}`))) {
    return { ids: [ids[0]!.id as FaqId | ChatId] };
  }
  // The one entry on the field as a whole says nothing of which role is the subject: that stays what it was.
  if (roles.length === 1 && roles[0] === 'both') return { ids: only('both').ids, role: followUp.role };
  const sideBySide = (): Resolution =>
    roles.includes('both') || roles.length === 1
      ? only(roles.includes('both') ? 'both' : roles[0]!)
      : { ids: roles.map((role) => `${role}.${topic}` as FaqId), role: 'both' };

  if (followUp.role && followUp.role !== 'both') {
    return roles.includes(followUp.role) ? only(followUp.role) : { ids: [], role: followUp.role };
  }
  if (followUp.role === 'both' || followUp.comparison || roles.length === 1) return sideBySide();
  const [best, second] = ids;
  const [role] = best!.id.split('.') as [RoleId];
  return best!.score - (second?.score ?? -1) >= IMPLIED_LEAD ? only(role) : sideBySide();
}
