// How one conversation is told from those of all channels: its turns wait for each other, and its results are its own.

/** @param activity as any channel sends it */
export const conversationKey = (activity: {
  readonly channelId: string;
  readonly conversation: { readonly id: string };
}): string => `${activity.channelId}/${activity.conversation.id}`;

/** The channel of the chat on websites, whether this server carries it or Azure does. */
export const DIRECT_LINE = 'directline';
