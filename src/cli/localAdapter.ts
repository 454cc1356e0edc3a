// An adapter without a channel: hands a text to the bot in this process and collects what it sends back.
import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { Advisor } from '../advisor';

const CHANNEL = 'console';

export class LocalAdapter extends BotAdapter {
  private sent: Partial<Activity>[] = [];

  constructor(private readonly advisor: Advisor) {
    super();
    advisor.middleware.forEach((middleware) => this.use(middleware));
  }

  /** The messages that the bot sends in answer to `text`, in order. One call at a time. */
  async say(conversation: string, text: string): Promise<Partial<Activity>[]> {
    this.sent = [];
    const activity: Partial<Activity> = {
      type: ActivityTypes.Message,
      channelId: CHANNEL,
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: 'person', name: 'You' },
      recipient: { id: 'bot', name: 'Career advisor' },
      text,
    };
    await this.runMiddleware(new TurnContext(this, activity), this.advisor.bot);
    return this.sent.filter(({ type }) => type === String(ActivityTypes.Message));
  }

  override sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return Promise.resolve(activities.map((_, at) => ({ id: String(at) })));
  }

  // The console shows what was said; nothing of it is edited, taken back, or sent later.
  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('the console cannot change what was said'));
  }
  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('the console cannot take back what was said'));
  }
  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('the console has no conversation to continue'));
  }
}

/** The texts of `messages` as one, a blank line between them. */
export const textOfAll = (messages: readonly Partial<Activity>[]): string =>
  messages.flatMap(({ text }) => text ?? []).join('\n\n');
