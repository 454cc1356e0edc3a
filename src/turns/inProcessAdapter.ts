// An adapter without a channel: the bot runs in this process, and what it sends goes to a function.
import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { Bot } from './bot';

/** Takes what the bot sends in one go, in order; gives the id of each. */
export type Deliver = (
  context: TurnContext,
  activities: readonly Partial<Activity>[],
) => Promise<readonly string[]>;

export class InProcessAdapter extends BotAdapter {
  constructor(private readonly deliver: Deliver) {
    super();
  }

  /** Resolves once the turn is over and its state saved; what fails in it goes to onTurnError. */
  runTurn(activity: Partial<Activity>, bot: Bot): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), bot);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return (await this.deliver(context, activities)).map((id) => ({ id }));
  }

  // What was said is said: nobody here edits it, takes it back, or speaks without being spoken to.
  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('this channel cannot change what was said'));
  }
  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('this channel cannot take back what was said'));
  }
  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('this channel has no conversation to continue'));
  }
}
