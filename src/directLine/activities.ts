// Activities on their way between client, log and bot: who sent them, where they belong, which id they have.
import type { Activity } from 'botbuilder';
import { DIRECT_LINE } from '../domain/conversationKey';
import type { DirectLineConversation } from '../state/directLineLog';
import type { LoggedActivity } from '../state/appendActivity';
import type { ClientActivity } from './clientActivity';

const BOT_ID = 'career-advisor';

type Logged = Partial<Activity> & LoggedActivity;

export interface ActivitiesOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What people know the bot by. */
  readonly botName: () => string;
}

export interface Activities {
  /** What a client posted, in its place in the conversation. */
  posted(conversation: DirectLineConversation, activity: ClientActivity, sequence: number): Logged;
  /** What the bot sent, under an id that is the same whenever the same turn is done again. */
  sent(activity: Partial<Activity>, id: string): Logged;
  /** What the bot gets of a posted activity. */
  turn(logged: LoggedActivity): Partial<Activity>;
  /** Tells the bot that somebody is there. */
  arrival(conversation: DirectLineConversation): Partial<Activity>;
}

export function createActivities({ now, botName }: ActivitiesOptions): Activities {
  // The SDK's types want dates and all members of an account; on the wire they are text, and mostly absent.
  const timestamp = (): Date => new Date(now()).toISOString() as unknown as Date;
  const person = (id: string): Activity['from'] => ({ id, name: '', role: 'user' });
  const bot = (): Activity['from'] => ({ id: BOT_ID, name: botName(), role: 'bot' });
  const conversationOf = (id: string): Activity['conversation'] => ({
    id,
    isGroup: false,
    conversationType: 'personal',
    name: '',
  });

  return {
    posted: ({ id, userId, locale }, activity, sequence) => ({
      locale,
      ...activity,
      id: activityId(id, sequence),
      timestamp: timestamp(),
      channelId: DIRECT_LINE,
      from: person(userId),
      conversation: conversationOf(id),
    }),

    sent: (activity, id) => ({
      ...activity,
      id,
      type: activity.type ?? 'message',
      timestamp: timestamp(),
      from: bot(),
    }),

    turn: (logged) => ({ ...logged, recipient: bot() }),

    arrival: ({ id, userId, locale }) => ({
      type: 'conversationUpdate',
      id: activityId(id, 0),
      channelId: DIRECT_LINE,
      locale,
      from: person(userId),
      recipient: bot(),
      conversation: conversationOf(id),
      membersAdded: [person(userId)],
    }),
  };
}

/** As Azure writes them: the conversation and a number of seven digits at least. */
const activityId = (conversationId: string, sequence: number): string =>
  `${conversationId}|${String(sequence).padStart(7, '0')}`;
