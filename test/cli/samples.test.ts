// The committed samples: they can be opened, and nothing in them has been left behind by the bot of today.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { chatFileOf } from '../../src/cli/chatFile';
import { recordTalk } from '../../src/cli/emulatorTalk';
import { questionsOf } from '../../src/domain/questionnaire';
import type { TurnTrace } from '../../src/presenters/turnTrace';
import { realMatcher } from '../helpers/trainedModel';

const FOLDER = join(__dirname, '..', '..', 'samples');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const transcript = (name: string): Activity[] => JSON.parse(read(`${name}.transcript`)) as Activity[];
const SAYS = parse(read('conversations.yaml')) as Record<string, string[]>;
const NAMES = Object.keys(SAYS);

const isMessage = ({ type }: Partial<Activity>): boolean => type === 'message';
const saidBy = (role: string, activities: readonly Partial<Activity>[]): (string | undefined)[] =>
  activities.filter((one) => isMessage(one) && one.from?.role === role).map(({ text }) => text);

it('there is both a transcript and a chat file of every conversation, and no other', () => {
  const files = readdirSync(FOLDER).filter((name) => /\.(chat|transcript)$/.test(name));
  expect(files.sort()).toEqual(NAMES.flatMap((name) => [`${name}.chat`, `${name}.transcript`]).sort());
});

describe.each(NAMES)('the transcript %s', (name) => {
  const activities = transcript(name);

  it('has the fields by which the Emulator opens it', () => {
    for (const activity of activities) {
      expect(activity).toMatchObject({
        type: expect.stringMatching(/^(message|trace|conversationUpdate)$/) as string,
        id: expect.stringMatching(/./) as string,
        channelId: 'emulator',
        conversation: { id: name },
      });
      expect([activity.from.role, activity.recipient.role].sort()).toEqual(['bot', 'user']);
      expect(new Date(activity.timestamp ?? '').toJSON()).toBe(activity.timestamp);
    }
    const ids = activities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const times = activities.map(({ timestamp }) => String(timestamp));
    expect([...times].sort()).toEqual(times);
  });

  it('has what the person says, each answered', () => {
    expect(saidBy('user', activities)).toEqual(SAYS[name]);
    const asked = activities.filter((one) => isMessage(one) && one.from.role === 'user');
    for (const { id } of asked) {
      expect(activities.some((one) => isMessage(one) && one.replyToId === id)).toBe(true);
    }
  });

  it('holds only intents, questions and options that the bot still knows', () => {
    const { entries, chat, questionnaire } = realMatcher().knowledge;
    const intents = new Set<string>([...entries.keys(), ...chat.keys()]);
    const questions = questionsOf(questionnaire);
    const answers = new Set(
      questions.flatMap(({ id, options }) => options.map((option) => `${id}: ${option.id}`)),
    );
    const traces = activities
      .filter((one) => one.name === 'recognition')
      .map((one) => one.value as TurnTrace);
    expect(traces).toHaveLength(SAYS[name]!.length);
    for (const { intents: told, advice } of traces) {
      expect(told.filter((id) => !intents.has(id))).toEqual([]);
      if (advice === 'none') continue;
      expect(questions.map(({ id }) => String(id))).toContain(advice.openQuestion);
      expect(advice.answers.filter((answer) => !answers.has(answer.replace(/ \(\$.*/, '')))).toEqual([]);
    }
  });
});

describe.each(NAMES)('the chat file %s', (name) => {
  // As the chatdown tool reads it: two lines that name the speakers, then a speaker at the beginning of each message.
  const [header, ...messages] = read(`${name}.chat`).split(/^(?=user:|bot:)/m);
  const [users, bots] = ['user', 'bot'].map((role) =>
    messages
      .filter((message) => message.startsWith(`${role}: `))
      .map((message) => message.slice(role.length + 2).trim()),
  ) as [string[], string[]];

  it('names its speakers', () => {
    expect(header).toBe('user=User\nbot=Bot\n\n');
  });

  it('has what the person says, and as many answers as the bot gave, none of them empty', () => {
    expect(users).toEqual(SAYS[name]);
    expect(bots.length).toBeGreaterThan(users.length);
    expect(bots).not.toContain('');
  });

  it('has nothing that the tool would take for something else', () => {
    expect(messages.join('')).not.toMatch(/^>/m);
    const tags = [...messages.join('').matchAll(/\[(\w+)=/g)].map(([, tag]) => tag);
    expect(tags.filter((tag) => tag !== 'Suggestions')).toEqual([]);
  });
});

it('the guided advice of the samples ends with a result', () => {
  const [last] = transcript('guided-advice')
    .filter(({ attachments = [] }) => attachments.length > 0)
    .slice(-2);
  expect(JSON.stringify(last?.attachments)).toContain('AdaptiveCard');
  expect(read('guided-advice.chat')).toContain(realMatcher().knowledge.phrases.resultTitle);
});

describe('recordTalk', () => {
  it('records the same talk in the same way, with the welcome first', async () => {
    const talk = { ...realMatcher(), channelId: 'emulator', conversation: 'talk', says: ['hi'] };
    const [once, again] = [await recordTalk(talk), await recordTalk(talk)];
    expect(again).toEqual(once);
    expect(once.slice(0, 3)).toMatchObject([
      { type: 'conversationUpdate', id: 'talk-001', from: { role: 'user' } },
      { type: 'message', id: 'talk-002', replyToId: 'talk-001', from: { role: 'bot' } },
      { type: 'message', id: 'talk-003', text: 'hi', from: { role: 'user' } },
    ]);
    expect(once.at(-1)).toMatchObject({ type: 'trace', name: 'recognition' });
  });
});

describe('chatFileOf', () => {
  const from = { id: 'bot', name: 'Bot', role: 'bot' };

  it('leaves no line that looks like a speaker or a comment', () => {
    const text = 'They say:\nUser: hello\n> quoted\nbot->User: no';
    const file = chatFileOf([{ type: 'message', from, text }]);
    expect(file.split('\n').filter((line) => /^(user|bot|>)/i.test(line))).toEqual([
      'user=User',
      'bot=Bot',
      'bot: They say:',
    ]);
    expect(file.replaceAll('\u00a0', '')).toContain(text);
  });

  it('writes suggestions the way the tool reads them, and no traces', () => {
    const actions = ['One', 'Two'].map((title) => ({ type: 'imBack', title, value: title }));
    const record = [
      { type: 'message', from, text: 'Which?', suggestedActions: { to: [], actions } },
      { type: 'trace', from },
    ];
    expect(chatFileOf(record)).toBe('user=User\nbot=Bot\n\nbot: Which?\n[Suggestions=One|Two]\n');
  });
});
