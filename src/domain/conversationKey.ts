// How conversations are told apart, and in a group the talks that each person has with the bot.

/** What of an activity tells whose talk it belongs to, as any channel sends it. */
export interface Addressed {
  readonly channelId: string;
  readonly conversation: {
    readonly id: string;
    readonly isGroup?: boolean;
    /** What Teams calls it: `personal`, `groupChat` or `channel`. */
    readonly conversationType?: string;
  };
  readonly from: { readonly id: string };
}

/** Turns of one key wait for each other. */
export const conversationKey = ({
  channelId,
  conversation,
}: Pick<Addressed, 'channelId'> & { readonly conversation: { readonly id: string } }): string =>
  `${channelId}/${conversation.id}`;

/** Whether others than the person who wrote take part, or read what is said. */
export const isGroup = ({ conversation }: Pick<Addressed, 'conversation'>): boolean =>
  conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType ?? '');

/** One person's talk with the bot: what is known of them, and their results, is of this key alone. */
export const talkKey = (activity: Addressed): string =>
  isGroup(activity)
    ? `${conversationKey(activity)}/${encodeURIComponent(activity.from.id)}`
    : conversationKey(activity);

/** The channel of the chat on websites, whether this server carries it or Azure does. */
export const DIRECT_LINE = 'directline';
