// The bot without a server: that its parts are joined rightly, which none of them can know alone.
import { ActivityTypes, MemoryStorage, type Activity } from 'botbuilder';
import { createAdvisor } from '../src/advisor';
import { createLocalAdapter } from '../src/cli/localAdapter';
import { questionsOf } from '../src/domain/questionnaire';
import type { Records } from '../src/domain/records';
import type { ResultPages } from '../src/domain/resultPages';
import type { TurnReport } from '../src/domain/turnReport';
import { createLogger } from '../src/logging';
import { startConversation } from './helpers/conversation';
import { createReader } from './helpers/conversationReader';
import { realMatcher } from './helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();
const read = createReader(knowledge);

function openAdvisor() {
  const reports: (TurnReport | undefined)[] = [];
  const storage = new MemoryStorage();
  const advisor = createAdvisor({
    knowledge,
    recognizer,
    storage,
    now: Date.now,
    logger: createLogger('silent'),
    onTurn: (_, report) => reports.push(report),
  });
  const adapter = createLocalAdapter(advisor);
  const say = async (conversation: string, text: string): Promise<readonly string[]> =>
    (await adapter.say(conversation, text)).map(read).flatMap(({ is }) => is);
  return { advisor, say, reports };
}

describe('createAdvisor', () => {
  it('keeps conversations apart', async () => {
    const { say } = openAdvisor();
    await say('one', 'what does a coder do');
    await say('two', 'what does a biller do');
    await say('two', 'advise me');
    expect(await say('one', 'and how much do they make?')).toEqual(['coding.pay']);
    expect(await say('two', 'and how much do they make?')).toEqual(['billing.pay', 'question:schooling']);
  });

  it('goes on with a conversation that another process began, in the middle of the advice', async () => {
    const memory = {};
    await startConversation({ memory }).sayAll('what does a coder do', 'advise me', '2');
    expect((await startConversation({ memory }).say('1')).ids).toEqual(['question:income']);
    expect((await startConversation({ memory }).say('back')).ids).toEqual([
      'advice.back',
      'question:training',
    ]);
    expect((await startConversation({ memory }).say('stop')).ids).toEqual(['advice.cancel']);
    expect((await startConversation({ memory }).say('and how much do they make?')).ids).toEqual([
      'coding.pay',
    ]);
  });

  it('tells once a message what it came to', async () => {
    const { say, reports } = openAdvisor();
    await say('one', 'what does a coder do');
    await say('one', 'advise me');
    await say('one', '2');
    expect(reports.map((report) => report?.decision)).toEqual(['answer', 'command', 'command']);
  });

  it('welcomes who arrives with the phrase of the author', async () => {
    const sending = (activity: Partial<Activity>): void => {
      activity.type = ActivityTypes.ConversationUpdate;
      activity.membersAdded = [{ id: 'person', name: 'You' }];
    };
    const chat = startConversation({ sending });
    expect((await chat.say('')).ids).toEqual(['welcome']);
    expect((await chat.say('')).ids).toEqual([]);
  });

  it('answers an activity once, however often it comes, and counts its answer once', async () => {
    let id = 'first';
    const chat = startConversation({ sending: (activity) => (activity.id = id) });
    await chat.say('advise me');
    id = 'second';
    expect((await chat.say('2')).ids).toEqual(['question:training']);
    expect((await chat.say('2')).ids).toEqual([]);
    id = 'third';
    expect((await chat.say('why')).ids).toEqual(['why:training', 'question:training']);
  });

  it('keeps a page of the result where results can be opened as pages, and forgets it with the person', async () => {
    const kept: unknown[] = [];
    const forgotten: string[] = [];
    const pages: ResultPages = {
      publish: (owner, document) => {
        kept.push(owner, document[0]);
        return Promise.resolve({ url: 'https://bot.example/results/1', expires: new Date(0) });
      },
      forget: () => Promise.resolve(),
    };
    const records: Records = {
      count: () => Promise.resolve({ pages: 1, messages: 0, ratings: 0, comments: 0, questions: 0 }),
      forget: (talk) => Promise.resolve(void forgotten.push(talk)),
    };
    const chat = startConversation({ pages, records });
    await chat.sayAll('advise me', ...questionsOf(knowledge.questionnaire).map(() => 'skip'));
    expect((await chat.say('send me a summary')).ids).toEqual(['summary:unknown', 'resultLink']);
    expect(kept).toEqual([
      expect.any(String),
      { kind: 'heading', level: 1, text: knowledge.phrases.resultTitle },
    ]);
    await chat.say('forget me');
    expect(forgotten).toEqual(kept.slice(0, 1));
  });

  it('goes by the clock that it is given: who was away for days is asked how to go on', async () => {
    let now = 0;
    const chat = startConversation({ now: () => now });
    await chat.sayAll('advise me', '2', 'stop');
    expect((await chat.say('hello')).ids).not.toContain('menu:welcomeBack');
    now += 3 * 24 * 60 * 60 * 1000;
    expect((await chat.say('hello')).ids).toEqual(['menu:welcomeBack']);
  });

  it('ends the open dialog on reset, and keeps what the conversation is about', async () => {
    const { advisor, say } = openAdvisor();
    await say('one', 'what does a coder do');
    await say('one', 'advise me');
    await createLocalAdapter({ ...advisor, bot: advisor.resetDialog }).say('one', 'a turn that failed');
    expect(await say('one', 'stop')).toEqual(['nothingToCancel']);
    expect(await say('one', 'and how much do they make?')).toEqual(['coding.pay']);
  });
});
