// In a group, what the bot says to one person begins with their name; the first message of a turn notifies them.
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Phrases } from '../domain/phrases';
import { addressed } from '../presenters/address';

/** For the rest of the turn. */
export function addressAll(context: TurnContext, phrases: Phrases): void {
  let isFirst = true;
  context.onSendActivities(async ({ activity: { from } }, activities, next) => {
    activities.forEach((activity, at) => {
      if (activity.type !== String(ActivityTypes.Message)) return;
      activities[at] = addressed(phrases, activity, from, isFirst);
      isFirst = false;
    });
    return next();
  });
}
