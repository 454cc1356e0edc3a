// What a channel can show. Presenters ask for an ability, never for a channel by name.
import { isGroup, type Addressed } from '../domain/conversationKey';

export interface Channel {
  readonly id: string;
  /** Markdown links are drawn as links; elsewhere they would be noise. */
  readonly links: boolean;
  /** Adaptive Cards are drawn as cards; elsewhere the connector would send a picture of one, or nothing. */
  readonly adaptiveCards: boolean;
  /**
   * A button of an Adaptive Card comes back as an invoke that names its card, and the card may be changed in answer. Such a
   * channel shows a text and a card of one message as two.
   */
  readonly pressableCards: boolean;
  /** `[1]` in a text is drawn as a mark that shows the source. */
  readonly citations: boolean;
  /** Others read along, so that each message says whom it is for. */
  readonly mentions: boolean;
  /** Messages can have buttons to say whether they helped. */
  readonly feedback: boolean;
}

const WITHOUT_LINKS = new Set(['console', 'sms', 'test']);
const WITH_ADAPTIVE_CARDS = new Set(['webchat', 'directline', 'emulator', 'msteams']);
const TEAMS = 'msteams';

/** @param inGroup whether several people see what is said */
export function channelOf(channelId: string | undefined, inGroup = false): Channel {
  const id = channelId ?? 'test';
  const isTeams = id === TEAMS;
  return {
    id,
    links: !WITHOUT_LINKS.has(id),
    adaptiveCards: WITH_ADAPTIVE_CARDS.has(id),
    pressableCards: isTeams,
    citations: isTeams,
    mentions: isTeams && inGroup,
    feedback: isTeams,
  };
}

/** The channel that an activity came by. */
export const channelIn = ({ activity }: { readonly activity: Addressed }): Channel =>
  channelOf(activity.channelId, isGroup(activity));
