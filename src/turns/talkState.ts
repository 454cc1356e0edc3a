// What the bot keeps of a talk with one person: of the conversation where it is with one, of each person in a group.
import { ActivityTypes, BotState, type Activity, type Storage } from 'botbuilder';
import { isGroup, talkKey } from '../domain/conversationKey';

/** What a person does; all else is about the conversation, as that somebody joined it. */
const BY_A_PERSON: readonly string[] = [
  ActivityTypes.Message,
  ActivityTypes.MessageUpdate,
  ActivityTypes.MessageDelete,
  ActivityTypes.Invoke,
];

/**
 * The SDK's ConversationState would let two people of a group answer each other's questions. One state and not two, so that
 * a turn is saved, and known to be done, in one write.
 */
export class TalkState extends BotState {
  constructor(storage: Storage) {
    super(storage, ({ activity }) => Promise.resolve(stateKey(activity)));
  }
}

/** With one person it is the key of the SDK's ConversationState, which earlier releases used. */
const stateKey = (activity: Activity): string =>
  isGroup(activity) && BY_A_PERSON.includes(activity.type)
    ? `group/${talkKey(activity)}`
    : `${activity.channelId}/conversations/${activity.conversation.id}/`;
