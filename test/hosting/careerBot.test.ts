// The bot class between adapter and dialogs: whom it welcomes, what it passes on, and what it tells about a turn.
import {
  ActivityTypes,
  AutoSaveStateMiddleware,
  MemoryStorage,
  TestAdapter,
  type Activity,
  type TurnContext,
} from 'botbuilder';
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { TurnReport } from '../../src/domain/turnReport';
import type { Feedback } from '../../src/domain/feedback';
import { createLogger } from '../../src/logging';
import { TalkState } from '../../src/turns/talkState';
import { aKnowledgeBase, anEntry } from '../helpers/builders';
import { createCareerBot, keepReport, resetDialog } from '../../src/hosting/careerBot';

const REPORT: TurnReport = { decision: 'chat', intents: ['chat.greeting'], confidence: 1, candidates: [] };

/** Tells whether it was begun or continued, and reports every message but "quietly". */
class EchoDialog extends Dialog {
  override beginDialog({ context }: DialogContext): Promise<DialogTurnResult> {
    return this.echo(context, 'begun');
  }
  override continueDialog({ context }: DialogContext): Promise<DialogTurnResult> {
    return this.echo(context, 'continued');
  }
  private async echo(context: TurnContext, what: string): Promise<DialogTurnResult> {
    await context.sendActivity(`${what}: ${context.activity.text}`);
    if (context.activity.text !== 'quietly') keepReport(context, REPORT);
    return Dialog.EndOfTurn;
  }
}

function startBot() {
  const turns: { readonly report: TurnReport | undefined; readonly ms: number }[] = [];
  const given: Feedback[] = [];
  const removals: string[] = [];
  const memory: Record<string, string> = {};
  const talkState = new TalkState(new MemoryStorage(memory));
  const bot = createCareerBot({
    dialog: new EchoDialog('echo'),
    talkState,
    knowledge: aKnowledgeBase({ entries: [anEntry('billing.pay'), anEntry('coding.pay')] }),
    addFeedback: (feedback) => Promise.resolve(void given.push(feedback)),
    onRemoved: () => Promise.resolve(void removals.push('removed')),
    logger: createLogger('silent'),
    onTurn: (_, report, ms) => turns.push({ report, ms }),
  });
  // With traces: the adapter decides who sees them, not the bot.
  const adapter = new TestAdapter(bot, undefined, true).use(new AutoSaveStateMiddleware(talkState));
  const receive = async (activity: Partial<Activity>): Promise<Partial<Activity>[]> => {
    await adapter.processActivity(activity);
    return adapter.activityBuffer.splice(0);
  };
  const textsAfter = async (activity: Partial<Activity>): Promise<(string | undefined)[]> =>
    (await receive(activity)).filter(({ type }) => type === 'message').map(({ text }) => text);
  return { receive, textsAfter, turns, memory, adapter, talkState, given, removals };
}

const BOT = { id: 'bot', name: 'Bot' };
const PERSON = { id: 'person', name: 'Person' };
const arrival = (...membersAdded: (typeof BOT)[]): Partial<Activity> => ({
  type: ActivityTypes.ConversationUpdate,
  recipient: BOT,
  membersAdded,
});
const installation: Partial<Activity> = {
  type: ActivityTypes.InstallationUpdate,
  action: 'add',
  recipient: BOT,
};

describe('createCareerBot', () => {
  it.each<[string, readonly Partial<Activity>[]]>([
    ['the person arrives', [arrival(PERSON)]],
    ['both arrive at once', [arrival(BOT, PERSON)]],
    ['both arrive one by one', [arrival(BOT), arrival(PERSON)]],
    ['the arrival is sent twice', [arrival(PERSON), arrival(PERSON)]],
    ['it is installed', [installation]],
    ['it is installed and both arrive', [installation, arrival(BOT), arrival(PERSON)]],
    ['both arrive and it is installed', [arrival(BOT, PERSON), installation]],
  ])('welcomes once when %s', async (_, activities) => {
    const { textsAfter } = startBot();
    const texts = [];
    for (const activity of activities) texts.push(...(await textsAfter(activity)));
    expect(texts).toEqual(['welcome']);
  });

  it.each<[string, Partial<Activity>]>([
    ['its own arrival', arrival(BOT)],
    ['a farewell', { type: ActivityTypes.ConversationUpdate, recipient: BOT, membersRemoved: [PERSON] }],
    ['its removal', { ...installation, action: 'remove' }],
    ['a typing notice', { type: ActivityTypes.Typing }],
    ['a reaction', { type: ActivityTypes.MessageReaction, reactionsAdded: [{ type: 'like' }] }],
    ['an event', { type: ActivityTypes.Event, name: 'tokens' }],
    ['the end of the conversation', { type: ActivityTypes.EndOfConversation }],
    ['a type nobody knows', { type: 'telepathy' }],
  ])('answers nothing to %s', async (_, activity) => {
    const { receive, turns } = startBot();
    expect(await receive(activity)).toEqual([]);
    expect(turns).toEqual([]);
  });

  it('sends what the dialog says and nothing of what it keeps', async () => {
    const { receive } = startBot();
    const sent = await receive({ text: 'one' });
    expect(sent.map(({ type }) => type)).toEqual(['message']);
  });

  it('hands messages to the dialog, which goes on where it was', async () => {
    const { textsAfter } = startBot();
    expect(await textsAfter({ text: 'one' })).toEqual(['begun: one']);
    expect(await textsAfter({ text: 'two' })).toEqual(['continued: two']);
  });

  it('tells once a message what the turn came to and how long it took, and never the words', async () => {
    const { textsAfter, turns } = startBot();
    await textsAfter({ text: 'Zebulon' });
    expect(turns).toEqual([{ report: REPORT, ms: expect.any(Number) as number }]);
    expect(turns[0]!.ms).toBeGreaterThan(0);
    expect(JSON.stringify(turns)).not.toContain('Zebulon');
  });

  it('tells of a message that came to nothing, too', async () => {
    const { textsAfter, turns } = startBot();
    await textsAfter({ text: 'quietly' });
    expect(turns).toMatchObject([{ report: undefined }]);
  });

  it('traces the turn for the Emulator', async () => {
    const { receive } = startBot();
    const sent = await receive({ channelId: 'emulator', text: 'hello' });
    expect(sent.filter(({ type, name }) => type === 'trace' && name === 'recognition')).toMatchObject([
      { value: { decision: 'chat', intents: ['chat.greeting'], confidence: '100 %' } },
    ]);
  });

  it('ends the dialog on reset and keeps the rest of the conversation', async () => {
    const { textsAfter, adapter, talkState } = startBot();
    await textsAfter(arrival(PERSON));
    await textsAfter({ text: 'one' });
    await adapter.processActivity({ text: 'two' }, (context) => resetDialog(talkState, context));
    expect(await textsAfter({ text: 'three' })).toEqual(['begun: three']);
    expect(await textsAfter(arrival(PERSON))).toEqual([]);
  });
});
