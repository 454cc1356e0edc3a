// Many conversations at once over WebSocket, each checked: every reply there, in order, and none of another's.
import { readFileSync } from 'node:fs';
import type { BotProcess } from '../test/helpers/browser/botProcess';
import { openChat, openStream, type Chat, type Stream } from '../test/helpers/directLineClient';

export interface LoadFindings {
  readonly conversations: number;
  readonly messages: number;
  /** Seconds from the first message to the last reply. */
  readonly seconds: number;
  /** Milliseconds from posting to the first reply, sorted. */
  readonly waits: readonly number[];
  /** What was wrong, one line each. */
  readonly faults: readonly string[];
  /** MB resident. */
  readonly memory: {
    readonly before: number;
    readonly connected: number;
    readonly most: number;
    readonly after: number;
  };
}

/** What each says, in turn: questions, a follow-up, and the guided advice begun and left. */
const SAYS = ['what does a coder do', 'and how much do they make?', 'help me choose', 'high school', 'stop'];

/** Conversations that are opened at the same time; a listener's queue of the system holds 511. */
const AT_ONCE = 50;

export async function runLoad(bot: BotProcess, conversations: number): Promise<LoadFindings> {
  const resident = (): number => {
    const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  };
  const before = resident();
  const people: Person[] = [];
  while (people.length < conversations) {
    const more = Math.min(AT_ONCE, conversations - people.length);
    people.push(...(await Promise.all(Array.from({ length: more }, () => arrive(bot.url)))));
  }
  // A browser keeps its connection: without one for each, all would stand in line to be accepted, one a turn of the loop.
  await Promise.all(people.map(({ chat }) => chat.read()));
  const connected = resident();
  let most = connected;
  const watch = setInterval(() => (most = Math.max(most, resident())), 100);
  const began = performance.now();
  const waits = (await Promise.all(people.map(talk))).flat();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const faults = people.flatMap(faultsOf);
  await Promise.all(people.map(({ stream }) => stream.close()));
  return {
    conversations,
    messages: waits.length,
    seconds,
    waits: waits.sort((a, b) => a - b),
    faults,
    memory: { before, connected, most, after: resident() },
  };
}

interface Person {
  readonly chat: Chat;
  readonly stream: Stream;
  /** The ids of the messages as they were acknowledged. */
  readonly posted: string[];
}

async function arrive(url: string): Promise<Person> {
  const chat = await openChat(url);
  const stream = await openStream(chat.streamUrl);
  await stream.texts(1);
  return { chat, stream, posted: [] };
}

/** @returns how long each message waited for its first reply */
async function talk({ chat, stream, posted }: Person): Promise<number[]> {
  const waits: number[] = [];
  for (const text of SAYS) {
    const asked = performance.now();
    const { body, status } = await chat.post(text);
    if (status !== 200) throw new Error(`a message was answered ${status}`);
    posted.push(body.id);
    while (!stream.frames.some(({ activities }) => activities.some(({ replyToId }) => replyToId === body.id)))
      await new Promise((resolve) => stream.socket.once('message', resolve));
    waits.push(performance.now() - asked);
  }
  return waits;
}

function faultsOf({ chat, stream, posted }: Person): string[] {
  const activities = stream.frames.flatMap((frame) => frame.activities);
  const foreign = activities.filter(({ conversation }) => conversation.id !== chat.conversationId);
  const own = activities.filter(({ from }) => from.role === 'user').map(({ id }) => id);
  const answered = activities.filter(({ from }) => from.role === 'bot').map(({ replyToId }) => replyToId);
  // In order: the answers to a message come before all answers to the next.
  const inOrder = [...new Set(answered)].filter((id) => posted.includes(id ?? ''));
  const ids = activities.map(({ id }) => id);
  return [
    ...(foreign.length > 0 ? [`${foreign.length} activities of another conversation`] : []),
    ...(own.join() === posted.join() ? [] : ['own messages missing or out of order']),
    ...(inOrder.join() === posted.join() ? [] : ['replies missing or out of order']),
    ...(new Set(ids).size === ids.length ? [] : ['an activity came twice']),
  ];
}
