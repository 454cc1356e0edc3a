// A talk with the bot as the Emulator records it: every activity of both sides, with the fields that it opens a
// transcript by. Clock and ids are its own, so that the same talk gives the same record.
import { ActivityTypes, MemoryStorage, type Activity } from 'botbuilder';
import { createAdvisor, type Mind } from '../advisor';
import { TRACE_NAME } from '../hosting/turnTrace';
import { createLogger } from '../logging';
import { InProcessAdapter } from '../turns/inProcessAdapter';

export interface TalkOptions extends Mind {
  readonly channelId: string;
  readonly conversation: string;
  readonly says: readonly string[];
}

const PERSON = { id: 'person', name: 'User', role: 'user' };
const BOT = { id: 'bot', name: 'Bot', role: 'bot' };
const START = Date.UTC(2026, 0, 5, 9);
const SECOND = 1000;

/** The person arrives, says all they have to say, and the bot answers each. */
export async function recordTalk({
  channelId,
  conversation,
  says,
  ...mind
}: TalkOptions): Promise<readonly Partial<Activity>[]> {
  const record: Partial<Activity>[] = [];
  const now = (): number => START + record.length * SECOND;
  const { bot, middleware } = createAdvisor({
    ...mind,
    storage: new MemoryStorage(),
    now,
    logger: createLogger('silent'),
    onTurn: () => undefined,
  });
  const write = (activity: Partial<Activity>): Partial<Activity> => {
    const id = `${conversation}-${String(record.length + 1).padStart(3, '0')}`;
    const written = { ...activity, id, timestamp: new Date(now()), channelId };
    record.push(written);
    return written;
  };
  // The SDK's own trace is the whole state; ours says of it what matters.
  const isKept = ({ type, name }: Partial<Activity>): boolean =>
    type !== String(ActivityTypes.Trace) || name === TRACE_NAME;
  const adapter = new InProcessAdapter((_context, activities) =>
    Promise.resolve(
      activities.map((activity) =>
        isKept(activity) ? (write({ ...activity, from: BOT, recipient: PERSON }).id ?? '') : '',
      ),
    ),
  );
  middleware.forEach((each) => adapter.use(each));
  const receive = (activity: Partial<Activity>): Promise<void> =>
    adapter.runTurn(
      write({
        ...activity,
        conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
        from: PERSON,
        recipient: BOT,
      }),
      bot,
    );
  await receive({ type: ActivityTypes.ConversationUpdate, membersAdded: [PERSON] });
  for (const text of says) await receive({ type: ActivityTypes.Message, textFormat: 'plain', text });
  return record;
}
