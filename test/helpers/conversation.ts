// A conversation with the real bot in this process: its dialogs, its state and, unless changed, the real trained matcher.
import { MemoryStorage, type Activity, type Middleware } from 'botbuilder';
import { createAdvisor } from '../../src/advisor';
import { createLocalAdapter } from '../../src/cli/localAdapter';
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import type { Recognizer } from '../../src/domain/recognizer';
import type { Records } from '../../src/domain/records';
import type { ResultPages } from '../../src/domain/resultPages';
import type { TurnReport } from '../../src/domain/turnReport';
import type { UnansweredQuestions } from '../../src/domain/unanswered';
import { createLogger } from '../../src/logging';
import { createReader, type Said } from './conversationReader';
import { realMatcher } from './trainedModel';

export interface Turn {
  readonly messages: readonly Partial<Activity>[];
  /** The messages as ids, in order. */
  readonly said: readonly Said[];
  /** What the messages are, in one list: `['coding.pay', 'question:exam']`. */
  readonly ids: readonly string[];
  readonly report: TurnReport | undefined;
}

export interface Conversation {
  say(text: string): Promise<Turn>;
  /** The last turn of several. */
  sayAll(...texts: readonly string[]): Promise<Turn>;
  /** The same conversation in a world of its own: what is said there does not happen here. */
  fork(): Conversation;
  /** All that is kept of the conversation, as the storage holds it. */
  stored(): string;
}

export interface ConversationOptions {
  readonly channel?: string;
  /** What the storage holds; give that of another conversation to go on with it in a bot of other knowledge. */
  readonly memory?: Record<string, string>;
  readonly knowledge?: KnowledgeBase;
  readonly recognizer?: Recognizer;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly pages?: ResultPages;
  readonly records?: Records;
  readonly unanswered?: UnansweredQuestions;
  /** Changes each message of the person before the bot sees it. */
  readonly sending?: (activity: Partial<Activity>) => void;
}

export function startConversation(options: ConversationOptions = {}): Conversation {
  const { channel, memory = {}, sending, now = Date.now, pages, records, unanswered } = options;
  const { knowledge = realMatcher().knowledge, recognizer = rememberingMatcher() } = options;
  let report: TurnReport | undefined;
  const storage = new MemoryStorage(memory);
  const advisor = createAdvisor({
    knowledge,
    recognizer,
    storage,
    now,
    pages,
    records,
    unanswered,
    logger: createLogger('silent'),
    onTurn: (_, told) => (report = told),
  });
  const channelMiddleware: Middleware = {
    onTurn: async ({ activity }, next) => {
      if (channel !== undefined) activity.channelId = channel;
      sending?.(activity);
      await next();
    },
  };
  const adapter = createLocalAdapter({ ...advisor, middleware: [channelMiddleware, ...advisor.middleware] });
  const read = createReader(knowledge);

  const say = async (text: string): Promise<Turn> => {
    report = undefined;
    const messages = await adapter.say('conversation', text);
    // A card with what to ask next says nothing of its own.
    const said = messages.map(read).filter(({ is }) => is.length > 0);
    return { messages, said, ids: said.flatMap(({ is }) => is), report };
  };
  return {
    say,
    async sayAll(first = '', ...others) {
      let turn = await say(first);
      for (const text of others) turn = await say(text);
      return turn;
    },
    fork: () => startConversation({ ...options, memory: { ...memory } }),
    stored: () => Object.values(memory).join('\n'),
  };
}

let remembering: Recognizer | undefined;

/** The real matcher, asked only once for the same message: it is deterministic, and walks say the same things often. */
function rememberingMatcher(): Recognizer {
  if (!remembering) {
    const { recognizer } = realMatcher();
    remembering = {
      ...recognizer,
      recognize: remembered(recognizer.recognize, (text, { role, topic, topics }) => [
        text,
        role,
        topic,
        topics,
      ]),
      readAdvice: remembered(recognizer.readAdvice, (open, text) => [
        open?.id,
        open?.options.map(({ label }) => label),
        text,
      ]),
    };
  }
  return remembering;
}

function remembered<A extends unknown[], T>(
  read: (...given: A) => T,
  keyOf: (...given: A) => unknown[],
): (...given: A) => T {
  const known = new Map<string, T>();
  return (...given) => {
    const key = JSON.stringify(keyOf(...given));
    const value = known.get(key) ?? read(...given);
    known.set(key, value);
    return value;
  };
}
