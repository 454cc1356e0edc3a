// People who talk on, whatever happens to the bot: each message again under its own id until it is acknowledged.
import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import { openChat, type Chat } from './directLineClient';

const SAYS = [
  'what does a coder do',
  'and how much do they make?',
  'help me choose',
  'high school',
  'skip',
  'stop',
];

/** What a client tries again after: the bot is stopping, or cannot store anything; or a balancer has no bot. */
const NOT_NOW: readonly number[] = [502, 503];
/** Between two tries of a message, of which a minute has 60. */
const PAUSE_MS = 250;
/** Between two looks. */
const LOOK_MS = 20;

export interface Talker {
  chat: Chat;
  /** The ids of the messages that the bot has acknowledged, in order. */
  readonly acknowledged: readonly string[];
  /** How often a message was not taken at once: a status, or 0 for a connection that broke. */
  readonly refusals: readonly number[];
  /** Talks until told to stop, and until the message under way is acknowledged. */
  talk(until: () => boolean): Promise<void>;
  /** One message, until it is acknowledged or, where that is given, `until` says so. @returns whether it is acknowledged */
  say(until?: () => boolean): Promise<boolean>;
  /** All that is in the conversation. */
  readAll(): Promise<Activity[]>;
}

/** @param url of the bot, or of a balancer before several */
export async function aTalker(url: string): Promise<Talker> {
  const acknowledged: string[] = [];
  const refusals: number[] = [];
  const talker: Talker = {
    chat: await openChat(url),
    acknowledged,
    refusals,
    async say(until = () => false) {
      const said = acknowledged.length;
      do {
        const status = await talker.chat
          .post(SAYS[said % SAYS.length]!, { channelData: { clientActivityID: `message ${said}` } })
          .then(({ status, body }) => {
            if (status === 200) acknowledged.push(body.id);
            return status;
          })
          // The connection broke; whether the message arrived is not known.
          .catch((error: Error) => {
            if (!/fetch failed|terminated/.test(error.message)) throw error;
            return 0;
          });
        if (status === 200) return true;
        refusals.push(status);
        if (status !== 0 && !NOT_NOW.includes(status)) throw new Error(`a message was answered ${status}`);
        await delay(PAUSE_MS);
      } while (!until());
      return false;
    },
    async talk(until) {
      while (!until()) await talker.say();
    },
    async readAll() {
      const all: Activity[] = [];
      for (let watermark = ''; ;) {
        const page = await talker.chat.read(watermark);
        if (page.activities.length === 0) return all;
        all.push(...page.activities);
        watermark = page.watermark;
      }
    },
  };
  return talker;
}

/** Resolves once each acknowledged message is answered; then each must be so once and in order, and nobody be told of a fault. */
export async function expectAllAnswered(talker: Talker): Promise<void> {
  let all = await talker.readAll();
  const isAnswered = (id: string): boolean => all.some(({ replyToId }) => replyToId === id);
  while (!talker.acknowledged.every(isAnswered)) {
    await delay(LOOK_MS);
    all = await talker.readAll();
  }
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const own = all.filter(({ from }) => from.role === 'user').map(({ id }) => id);
  // One more may have arrived whose acknowledgement was lost.
  expect(own.filter((id) => talker.acknowledged.includes(id!))).toEqual(talker.acknowledged);
  const answered = all.filter(({ from }) => from.role === 'bot').map(({ replyToId }) => replyToId);
  // The first is the welcome.
  expect([...new Set(answered)].slice(1)).toEqual(own);
  expect(all.some(({ text }) => /something went wrong/i.test(text ?? ''))).toBe(false);
}

/** What the bot said to each acknowledged message: all people say the same in the same order. */
async function repliesTo(talker: Talker): Promise<string[][]> {
  const all = await talker.readAll();
  return talker.acknowledged.map((id) =>
    all.filter(({ replyToId }) => replyToId === id).map(({ text }) => text),
  );
}

/** A turn done twice shows in what is said later, as its replies are logged once: all must hear what somebody hears in peace. */
export async function expectNothingDoneTwice(people: readonly Talker[], url: string): Promise<void> {
  const calm = await aTalker(url);
  const most = Math.max(...people.map(({ acknowledged }) => acknowledged.length));
  while (calm.acknowledged.length < most) await calm.say();
  await expectAllAnswered(calm);
  const expected = await repliesTo(calm);
  for (const person of people) {
    expect(await repliesTo(person)).toEqual(expected.slice(0, person.acknowledged.length));
  }
}
