// The whole bot in Teams: real knowledge, matcher, database and HTTP; Teams itself is played on loopback.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { createApp, type App } from '../src/app';
import { readConfig } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import { openDatabase } from '../src/state/database';
import { createFeedbackStore } from '../src/state/feedbackStore';
import { createReader, textOf } from './helpers/conversationReader';
import { buttonsIn, startTeams, TEAMS_BOT, type Teams, type TeamsChat } from './helpers/httpTeams';
import { KNOWLEDGE_DIR, MODEL_FILE, realMatcher } from './helpers/trainedModel';

jest.setTimeout(30_000);

const { knowledge } = realMatcher();
const { phrases } = knowledge;
const read = createReader(knowledge);

let dataDir: string;
let app: App;
let teams: Teams;
const log: string[] = [];
let chats = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'advisor-teams-'));
  copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR });
  app = await createApp(config, createLogger('info', { write: (line) => log.push(line) }));
  const url = await app.listen();
  teams = await startTeams(() => `${url}/api/messages`);
});
afterAll(async () => {
  await app.close();
  await teams.close();
  rmSync(dataDir, { recursive: true });
});

const personal = (): TeamsChat => teams.chat('personal', `a:personal-${(chats += 1)}`);
const group = (): TeamsChat => teams.chat('groupChat', `19:group-${(chats += 1)}@thread.v2`);
const thread = (): TeamsChat => teams.chat('channel', `19:channel@thread.tacv2;messageid=${(chats += 1)}`);

/** What the messages from `from` on are, as ids; cards with what to ask next left out. */
const idsOf = ({ messages }: TeamsChat, from = 0): readonly string[] =>
  messages.slice(from).flatMap((message) => read(unaddressed(message)).is);

/** The message as it would be sent to one person alone. */
const unaddressed = (message: Partial<Activity>): Partial<Activity> => {
  const text = textOf(message).replace(/^(For )?(<at>\w+<\/at>|Ann|Bob)(:\n\n| )/, '');
  return { text };
};
/** The ids of what the bot sends while something is done. */
async function after(chat: TeamsChat, act: () => Promise<unknown>): Promise<readonly string[]> {
  const from = chat.messages.length;
  await act();
  return idsOf(chat, from);
}

describe('installation', () => {
  it('welcomes once, though installation and members both arrive, and again after removal', async () => {
    const chat = personal();
    await chat.install();
    await chat.membersAdded('29:Ann', TEAMS_BOT.id);
    expect(idsOf(chat)).toEqual(['welcome']);
    await chat.install('remove');
    expect(await after(chat, () => chat.install())).toEqual(['welcome']);
  });

  it('welcomes a team once, whoever joins it later', async () => {
    const team = teams.chat('channel', '19:team@thread.tacv2');
    await team.install();
    await team.membersAdded(TEAMS_BOT.id);
    await team.membersAdded('29:Bob');
    expect(idsOf(team)).toEqual(['welcome']);
  });

  it('forgets on removal what it knew', async () => {
    const chat = personal();
    await chat.say('help me choose');
    await chat.say('2');
    await chat.install('remove');
    expect(await after(chat, () => chat.say('change my answer about schooling'))).toEqual(['changeNothing']);
  });
});

describe('removal from a group', () => {
  it('forgets everybody in it, and nobody elsewhere', async () => {
    const [ann, other] = [group(), group()];
    const bob = ann.as('Bob');
    for (const chat of [ann, bob, other]) {
      await chat.say('help me choose');
      await chat.say('2');
    }
    await bob.install('remove');
    for (const chat of [ann, bob]) {
      expect(await after(chat, () => chat.say('change my answer about schooling'))).toEqual([
        'changeNothing',
      ]);
    }
    expect(await after(other, () => other.say('change my answer about schooling'))).toEqual([
      'change:schooling',
    ]);
  });

  it('forgets the threads of a channel too', async () => {
    const chat = teams.chat('channel', '19:gone@thread.tacv2;messageid=1');
    await chat.say('help me choose');
    await chat.say('2');
    await teams.chat('channel', '19:gone@thread.tacv2').install('remove');
    expect(await after(chat, () => chat.say('change my answer about schooling'))).toEqual(['changeNothing']);
  });
});

describe('an answer', () => {
  it('has its sources as citations, buttons to rate it, and a card with what to ask next', async () => {
    const chat = personal();
    await chat.say('how much does a coder earn?');
    const [answer, next, ...others] = chat.messages;
    expect(others).toEqual([]);
    expect(read(answer!).is).toEqual(['coding.pay']);
    expect(answer).toMatchObject({
      channelData: { feedbackLoop: { type: 'default' } },
      entities: [{ citation: [{ position: 1 }, { position: 2 }] }],
    });
    expect(answer!.text).toMatch(/\[1\].*\[2\]$/);
    expect(buttonsIn(next!).length).toBeGreaterThan(0);
  });

  it('is given to a question that is pressed, which stays on its card as asked', async () => {
    const chat = personal();
    await chat.say('how much does a coder earn?');
    const card = chat.messages.at(-1)!;
    const [first, second] = buttonsIn(card);
    const { body } = await chat.press(first!.title, card);
    const asked = knowledge.entries.get((first!.data as { ask: never }).ask)!;
    expect(chat.messages.map((message) => read(message).is).flat()).toContain(asked.id);
    expect(JSON.stringify(body.value)).toContain(`✓ ${first!.title}`);
    expect(buttonsIn(card).map(({ title }) => title)).toContain(second!.title);
    expect(buttonsIn(card).map(({ title }) => title)).not.toContain(first!.title);
  });
});

describe('the guided advice', () => {
  it('is answered by its buttons; each card then shows what was chosen', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const question = chat.messages.at(-1)!;
    expect(question.text).toBeUndefined();
    const choice = buttonsIn(question)[0]!.title;
    const next = await after(chat, async () => {
      const { status, body } = await chat.press(choice);
      expect({ status, body }).toMatchObject({
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: { type: 'AdaptiveCard' },
        },
      });
    });
    expect(next).toEqual(['question:training']);
    expect(textOf(question)).toContain(`✓ ${choice}`);
    expect(buttonsIn(question)).toEqual([]);
  });

  it('comes to a result by buttons alone', async () => {
    const chat = personal();
    await chat.say('help me choose');
    for (let steps = 0; steps < 12 && buttonsIn(chat.messages.at(-1)!).length > 0; steps += 1) {
      await chat.press(buttonsIn(chat.messages.at(-1)!).at(1)!.title);
    }
    expect(idsOf(chat).at(-1)).toMatch(/^recommendation:/);
    expect(chat.messages.at(-1)!.text).toBeUndefined();
    expect(textOf(chat.messages.at(-1)!)).toContain(phrases.adviceNext);
  });

  it('is not changed by an old button, which says so on its card', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const old = structuredClone(chat.messages.at(-1)!);
    await chat.press('Diploma or GED');
    await chat.press('A part-time course');
    const before = chat.messages.length;
    const { body } = await chat.press('No diploma yet', old);
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.card.adaptive',
      value: { fallbackText: phrases.cardClosed },
    });
    expect(chat.messages).toHaveLength(before);
    expect(await after(chat, () => chat.say('change my answer about schooling'))).toEqual([
      'change:schooling',
    ]);
    expect(textOf(chat.messages.at(-1)!)).toMatch(/diploma or GED/);
  });

  it('is not changed by a button of an earlier advice at the same question', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const old = structuredClone(chat.messages.at(-1)!);
    await chat.say('start over');
    await chat.say('what does a coder do?');
    const before = chat.messages.length;
    await chat.press('No diploma yet', old);
    expect(chat.messages).toHaveLength(before);
    expect(await after(chat, () => chat.press('Diploma or GED'))).toEqual(['question:training']);
  });

  it('takes the same press once, however often Teams sends it', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const card = chat.messages.at(-1)!;
    const value = { action: { ...buttonsIn(card)[1]!, type: 'Action.Execute' } };
    const first = await chat.invoke('adaptiveCard/action', value, card.id, 'press-1');
    const before = chat.messages.length;
    const again = await chat.invoke('adaptiveCard/action', value, card.id, 'press-1');
    expect(again.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    // Pressed a second time before the card had changed.
    expect(await chat.invoke('adaptiveCard/action', value, card.id)).toEqual(first);
    expect(chat.messages).toHaveLength(before);
  });

  it.each([
    ['nothing', undefined],
    ['an unknown verb', { action: { verb: 'delete', data: { card: 'x', choice: 'y' } } }],
    ['no data', { action: { verb: 'choose' } }],
    ['a number for a card', { action: { verb: 'choose', data: { card: 1, choice: 'y' } } }],
    ['a very long choice', { action: { verb: 'choose', data: { card: 'x', choice: 'y'.repeat(3000) } } }],
    ['an object to ask', { action: { verb: 'ask', data: { ask: {}, of: [] } } }],
  ])('refuses a press of %s in the way of the protocol', async (_, value) => {
    const chat = personal();
    const answer = await chat.invoke('adaptiveCard/action', value);
    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest' } },
    });
    expect(chat.messages).toEqual([]);
  });

  it('answers a question that nobody has with a closed card', async () => {
    const { body } = await personal().invoke('adaptiveCard/action', {
      action: { verb: 'ask', data: { ask: 'coding.nothing', of: [] } },
    });
    expect(body).toMatchObject({ statusCode: 200, value: { fallbackText: phrases.cardClosed } });
  });

  it('offers what may have been meant on a card, whose pick is answered', async () => {
    const chat = personal();
    await chat.say('pay or training for billing or coding maybe');
    const offered = chat.messages.findLast((message) => read(message).is.includes('clarify'));
    expect(offered).toBeDefined();
    const { title } = buttonsIn(offered!)[0]!;
    const picked = [...knowledge.entries.values()].find(({ question }) => question === title)!;
    expect(await after(chat, () => chat.press(title))).toEqual([picked.id]);
    expect(textOf(offered!)).toContain(`✓ ${title}`);
  });
});

describe('a message that its author changes', () => {
  it('is answered anew', async () => {
    const chat = personal();
    const id = await chat.say('how much does a coder earn?');
    expect(await after(chat, () => chat.edit(id, 'how much does a biller earn?'))).toEqual(['billing.pay']);
  });

  it('is answered once for each change, however often Teams sends it', async () => {
    const chat = personal();
    const id = await chat.say('how much does a coder earn?');
    const at = new Date().toISOString();
    expect(await after(chat, () => chat.edit(id, 'what does a coder do?', at))).toEqual(['coding.duties']);
    expect(await after(chat, () => chat.edit(id, 'what does a coder do?', at))).toEqual([]);
  });

  it('takes its answer in the advice back, and gives the new one', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const id = await chat.say('diploma');
    expect(await after(chat, () => chat.edit(id, 'no diploma yet'))).toContain('question:training');
    await chat.say('change my answer about schooling');
    expect(textOf(chat.messages.at(-1)!)).toMatch(/no diploma/i);
  });

  it('opens the advice again where its result rested on it, and comes to a result with the new answer', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const id = await chat.say('2');
    for (const text of ['4', '2', '2', '1', '1', '1', '1']) await chat.say(text);
    expect(idsOf(chat).at(-1)).toMatch(/^recommendation:/);
    const ids = await after(chat, () => chat.edit(id, '1'));
    expect(ids.at(-1)).toMatch(/^recommendation:|^question:/);
    expect(ids).toContain('noted');
    await chat.say('change my answer about schooling');
    expect(textOf(chat.messages.at(-1)!)).toMatch(/no diploma/i);
  });

  it('is no answer to a later question where it had answered none, or its answer was changed since', async () => {
    const chat = personal();
    const question = await chat.say('what does a coder do?');
    await chat.say('help me choose');
    const id = await chat.say('2');
    await chat.say('change my answer about schooling');
    await chat.say('3');
    for (const edited of [id, question]) {
      const ids = await after(chat, () => chat.edit(edited, 'A part-time course'));
      expect(ids).not.toContain('question:income');
    }
    await chat.say('change my answer about schooling');
    expect(textOf(chat.messages.at(-1)!)).toMatch(/college/i);
  });

  it('answers its question anew also below a "did you mean" of another message', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const id = await chat.say('2');
    expect(await after(chat, () => chat.say('pay or training for billing or coding maybe?'))).toContain(
      'clarify',
    );
    expect((await after(chat, () => chat.edit(id, '1'))).at(-1)).toBe('question:training');
    await chat.say('change my answer about schooling');
    expect(textOf(chat.messages.at(-1)!)).toMatch(/no diploma/i);
  });

  it('is forgotten once it is deleted, and its question put again', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const id = await chat.say('diploma');
    expect(await after(chat, () => chat.remove(id))).toEqual(['tookBack', 'question:schooling']);
    expect(await after(chat, () => chat.say('change my answer about schooling'))).toEqual([
      'changeNothing',
      'question:schooling',
    ]);
  });

  it('is no longer what the talk is about once it is deleted', async () => {
    const chat = personal();
    const id = await chat.say('how much does a coder earn?');
    expect(await after(chat, () => chat.remove(id))).toEqual([]);
    expect(await after(chat, () => chat.say('what about billers?'))).not.toContain('billing.pay');
  });

  it('opens the advice again once it is deleted, where the result rested on it', async () => {
    const chat = personal();
    await chat.say('help me choose');
    const id = await chat.say('2');
    for (const text of ['4', '2', '2', '1', '1', '1', '1']) await chat.say(text);
    expect(await after(chat, () => chat.remove(id))).toEqual(['tookBack', 'question:schooling']);
  });
});

describe('a group chat', () => {
  it.each([
    '@bot what does a coder do?',
    'what @bot does a coder do?',
    'what does a coder do @bot?',
    '@bot@bot what does a coder do?',
  ])('is read without the mention, wherever it stands: %s', async (text) => {
    const chat = group();
    expect(await after(chat, () => chat.say(text))).toEqual(['coding.duties']);
  });

  it('gives each person an advice of their own, and says whom a message is for', async () => {
    const ann = group();
    const bob = ann.as('Bob');
    await ann.say('help me choose');
    await ann.press('Diploma or GED');
    const [anns] = ann.messages.slice(-1);
    await bob.say('help me choose');
    const [bobs] = bob.messages.slice(-1);
    expect([anns!, bobs!].map(textOf)).toEqual([
      expect.stringMatching(/^For (<at>Ann<\/at>|Ann):/),
      expect.stringMatching(/^For Bob:/),
    ]);
    expect(await after(ann, () => ann.press(buttonsIn(anns!)[0]!.title, anns))).toEqual(['question:income']);
    expect(await after(bob, () => bob.press('No diploma yet', bobs))).toEqual(['question:training']);
  });

  it('notifies the person once a turn, by a mention that Teams understands', async () => {
    const chat = group();
    await chat.say('help me choose');
    const [first, ...others] = chat.messages;
    expect(first!.text).toMatch(/^<at>Ann<\/at> /);
    expect(first!.entities).toContainEqual({
      type: 'mention',
      text: '<at>Ann</at>',
      mentioned: { id: '29:Ann', name: 'Ann' },
    });
    expect(others.map((message) => textOf(message))).toEqual(
      others.map(() => expect.stringMatching(/^(For )?Ann/) as unknown),
    );
  });

  it('changes the card for all once its question is answered', async () => {
    const chat = group();
    await chat.say('help me choose');
    const { id } = chat.messages.at(-1)!;
    await chat.press('Diploma or GED');
    expect(teams.requests).toContainEqual(expect.stringMatching(new RegExp(`^PUT /v3/.*/activities/${id}`)));
    expect(textOf(chat.messages.find((message) => message.id === id)!)).toMatch(
      /^For Ann:[^]*✓ Diploma or GED/,
    );
  });

  it("tells somebody who presses another's button so, and changes nothing", async () => {
    const ann = group();
    await ann.say('help me choose');
    const card = ann.messages.at(-1)!;
    const { body } = await ann.as('Bob').press('Diploma or GED', card);
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: phrases.cardNotYours,
    });
    expect(buttonsIn(card)).not.toEqual([]);
    expect(await after(ann, () => ann.press('Diploma or GED', card))).toEqual(['question:training']);
  });

  it('forgets the one who asks for it, and no one else', async () => {
    const ann = group();
    const bob = ann.as('Bob');
    await ann.say('help me choose');
    await ann.say('2');
    await bob.say('help me choose');
    await bob.say('2');
    await bob.say('forget me');
    expect(await after(ann, () => ann.say('change my answer about schooling'))).toEqual(['change:schooling']);
    expect(await after(bob, () => bob.say('change my answer about schooling'))).toEqual(['changeNothing']);
  });
});

describe('a channel', () => {
  it('is answered in the thread of the post', async () => {
    const chat = thread();
    const from = teams.requests.length;
    await chat.say('how much does a coder earn?');
    const sent = teams.requests.slice(from);
    expect(sent).toHaveLength(2);
    for (const request of sent) expect(request).toContain(`;messageid=${chats}/activities`);
    expect(idsOf(chat)).toEqual(['coding.pay']);
  });

  it('keeps threads apart', async () => {
    const [one, other] = [thread(), thread()];
    await one.say('how much does a coder earn?');
    expect(await after(other, () => other.say('what about billers?'))).not.toContain('billing.pay');
    expect(await after(one, () => one.say('what about billers?'))).toEqual(['billing.pay']);
  });
});

describe('feedback', () => {
  const summary = async () => {
    const db = await openDatabase(dataDir);
    const found = await createFeedbackStore(db, Date.now).summary();
    await db.destroy();
    return found;
  };
  const rate = (chat: TeamsChat, reaction: string, feedback: string, replyToId?: string) =>
    chat.invoke(
      'message/submitAction',
      { actionName: 'feedback', actionValue: { reaction, feedback } },
      replyToId,
    );

  it('is kept with what was answered, and without who gave it', async () => {
    const chat = personal();
    await chat.say('what does a biller earn?');
    const [answer] = chat.messages;
    const [intents] = read(answer!).is;
    const form = JSON.stringify({ feedbackText: 'Mail me: ann@school.example or +1 (555) 010-9999' });
    expect((await rate(chat, 'dislike', form, answer!.id)).status).toBe(200);
    expect((await rate(chat, 'like', '', answer!.id)).status).toBe(200);
    const given = (await summary()).find((each) => each.intents === intents);
    expect(given).toEqual({
      intents,
      likes: 0,
      dislikes: 1,
      comments: [{ reaction: 'dislike', comment: 'Mail me: [e-mail] or [number]' }],
    });
    expect(JSON.stringify(await summary())).not.toMatch(/29:|a:personal|school\.example/);
  });

  it('is for the last answer where the client does not say which, as the Agents Playground', async () => {
    const chat = personal();
    await chat.say('what does a biller do all day?');
    const [intents] = read(chat.messages[0]!).is;
    await rate(chat, 'like', 'Clear');
    expect((await summary()).find((each) => each.intents === intents)).toMatchObject({
      likes: 1,
      comments: [{ reaction: 'like', comment: 'Clear' }],
    });
  });

  it('is refused where it is none, and let go where its message is not known', async () => {
    const chat = personal();
    const before = await summary();
    await expect(rate(chat, 'adore', '')).rejects.toThrow('400');
    await expect(chat.invoke('message/submitAction', 7)).rejects.toThrow('400');
    expect((await rate(chat, 'like', '', 'unknown')).status).toBe(200);
    expect(await summary()).toEqual(before);
  });
});

it('keeps no words of anybody in the log', () => {
  expect(log.join('')).toContain('"channel":"msteams"');
  expect(log.join('')).not.toMatch(/school\.example|diploma|how much/);
});
