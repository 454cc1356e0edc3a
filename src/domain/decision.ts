// The whole policy of when to answer, ask back or admit not knowing, as one pure function.
import { isCommandId, type ChatId, type CommandId, type FaqId } from './faq';
import type { Match, Reading } from './recognition';
import { isRoleId, type RoleId } from './role';
import type { Thresholds } from './thresholds';

export type Decision =
  | { readonly kind: 'answer'; readonly ids: readonly FaqId[]; readonly match: Match }
  | { readonly kind: 'chat'; readonly id: ChatId; readonly match: Match }
  | { readonly kind: 'command'; readonly id: CommandId; readonly match: Match }
  /** Understood, but the sources say nothing on it for this role. */
  | { readonly kind: 'uncovered'; readonly role: RoleId; readonly match: Match }
  | { readonly kind: 'clarify'; readonly offers: readonly FaqId[]; readonly role?: RoleId }
  | { readonly kind: 'fallback'; readonly background?: string };

/** Small talk that does something: it wipes what the conversation holds. */
export const FORGET = 'chat.forget-me' satisfies ChatId;

/** Small talk that tells what the bot has of the person. */
export const PRIVACY = 'chat.privacy' satisfies ChatId;

/** Small talk about the last answer: the rest of it, and where it is from. */
export const MORE = 'chat.more' satisfies ChatId;
export const SOURCES = 'chat.sources' satisfies ChatId;

/** A "did you mean" holds at most this many questions: more is a menu, not an offer. */
export const MAX_OFFERS = 3;

/** A command does something, so it must be surer than an answer, which only says something. 0..1. */
const COMMAND_CONFIDENCE = 0.75;

export const isFaqId = (id: FaqId | ChatId): id is FaqId => isRoleId(id.slice(0, id.indexOf('.')));

export function decide({ matches, background }: Reading, { answer, offer }: Thresholds): Decision {
  const [best] = matches;
  if (best && best.confidence >= (isAction(best) ? Math.max(COMMAND_CONFIDENCE, answer) : answer))
    return act(best);
  const offers = matches
    .filter(({ confidence }) => confidence >= offer)
    .flatMap(({ ids }) => ids)
    .filter(isFaqId)
    .slice(0, MAX_OFFERS);
  return offers.length > 0 ? { kind: 'clarify', offers, role: best?.role } : { kind: 'fallback', background };
}

/** Whether it does something where others only say something. */
export const isAction = ({ ids: [id] }: Match): boolean =>
  id !== undefined && (isCommandId(id) || id === FORGET);

function act(match: Match): Decision {
  const [id] = match.ids;
  if (id === undefined) return { kind: 'uncovered', role: match.role ?? 'both', match };
  if (isFaqId(id)) return { kind: 'answer', ids: match.ids.filter(isFaqId), match };
  return isCommandId(id) ? { kind: 'command', id, match } : { kind: 'chat', id, match };
}
