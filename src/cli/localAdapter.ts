// The terminal as a channel: hands a text to the bot in this process and collects what it sends back.
import { ActivityTypes, type Activity } from 'botbuilder';
import type { Advisor } from '../advisor';
import { InProcessAdapter } from '../turns/inProcessAdapter';

const CHANNEL = 'console';

export interface LocalAdapter {
  /** The messages that the bot sends in answer to `text`, in order. One call at a time. */
  say(conversation: string, text: string): Promise<Partial<Activity>[]>;
}

export function createLocalAdapter({ bot, middleware }: Pick<Advisor, 'bot' | 'middleware'>): LocalAdapter {
  let sent: Partial<Activity>[] = [];
  const adapter = new InProcessAdapter((_context, activities) => {
    sent.push(...activities);
    return Promise.resolve(activities.map((_, at) => String(at)));
  });
  middleware.forEach((each) => adapter.use(each));
  return {
    async say(conversation, text) {
      sent = [];
      const activity: Partial<Activity> = {
        type: ActivityTypes.Message,
        channelId: CHANNEL,
        conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
        from: { id: 'person', name: 'You' },
        recipient: { id: 'bot', name: 'Career advisor' },
        text,
      };
      await adapter.runTurn(activity, bot);
      return sent.filter(({ type }) => type === String(ActivityTypes.Message));
    },
  };
}

/** The texts of `messages` as one, a blank line between them. */
export const textOfAll = (messages: readonly Partial<Activity>[]): string =>
  messages.flatMap(({ text }) => text ?? []).join('\n\n');
