// "What do you know about me" and "forget me" with the whole bot, over every table that there is: nothing of a person may be
// left in the database but what DESIGN.md names.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createApp, type App } from '../src/app';
import { questionsOf } from '../src/domain/questionnaire';
import { readConfig } from '../src/hosting/config';
import { createLogger } from '../src/logging';
import { openDatabase, type Database } from '../src/state/database';
import { textOf } from './helpers/conversationReader';
import { openChat } from './helpers/directLineClient';
import { startTeams, type Teams, type TeamsChat } from './helpers/httpTeams';
import { KNOWLEDGE_DIR, MODEL_FILE, realMatcher } from './helpers/trainedModel';

jest.setTimeout(60_000);

const { knowledge } = realMatcher();
/** In everything that is written here, and in nothing that the bot says. */
const WORD = 'quandle';
const UNKNOWN = `zorp the blinking ${WORD}`;
const TO_A_RESULT = [
  'help me choose',
  ...questionsOf(knowledge.questionnaire).map(() => 'skip'),
  'send me a summary',
];
const ABOUT_ME = 'what do you know about me';

const log: string[] = [];
let dataDir: string;
let app: App;
let url: string;
let db: Database;
let teams: Teams;

async function start(env: Record<string, string> = {}): Promise<void> {
  dataDir = mkdtempSync(join(tmpdir(), 'advisor-privacy-'));
  copyFileSync(MODEL_FILE, join(dataDir, 'matcher.model'));
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, KNOWLEDGE_DIR, ...env });
  app = await createApp(config, createLogger('trace', { write: (line) => log.push(line) }));
  url = await app.listen();
  teams = await startTeams(() => `${url}/api/messages`);
  db = await openDatabase(dataDir);
}
afterEach(async () => {
  await db.destroy();
  await app.close();
  await teams.close();
  rmSync(dataDir, { recursive: true });
});

/** Every row of every table, but for keys that sign and for what was migrated. */
async function rows(): Promise<{ readonly table: string; readonly row: Record<string, unknown> }[]> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  const found = [];
  for (const table of tables.filter((name) => name !== 'signing_keys')) {
    const result = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    found.push(...result.rows.map((row) => ({ table, row })));
  }
  return found;
}

const rowsWith = async (text: string) =>
  (await rows()).filter(({ row }) => JSON.stringify(row).includes(text));

/** What stays of the state of a talk, without the ids of what was handled. */
function stateIn({ row }: { readonly row: Record<string, unknown> }): Record<string, unknown> {
  const { processedActivities, ...rest } = JSON.parse(String(row.value)) as Record<string, unknown>;
  expect(processedActivities).toEqual(expect.any(Array));
  return rest;
}

async function leaveTraces(chat: TeamsChat): Promise<void> {
  await chat.say('what does a biller earn?');
  const actionValue = { reaction: 'dislike', feedback: JSON.stringify({ feedbackText: `too much ${WORD}` }) };
  await chat.invoke('message/submitAction', { actionName: 'feedback', actionValue });
  await chat.say(UNKNOWN);
  for (const text of [...TO_A_RESULT, 'help me choose']) await chat.say(text);
  await chat.press('Start again');
}

const lastWith = ({ messages }: TeamsChat, text: string): string =>
  messages.map(textOf).findLast((said) => said.includes(text)) ?? '';

describe('a person in Teams', () => {
  it('is told what there is of them, kind by kind, and can have it forgotten, alone and in a group', async () => {
    await start();
    const alone = teams.chat('personal', 'a:ann-alone');
    const ann = teams.chat('groupChat', '19:both@thread.v2');
    const bob = ann.as('Bob');
    for (const chat of [alone, ann, bob]) await leaveTraces(chat);

    for (const [chat, key] of [
      [alone, 'a:ann-alone'],
      [ann, '29%3AAnn'],
    ] as const) {
      expect((await rowsWith(key)).map(({ table }) => table)).toEqual(
        expect.arrayContaining(['bot_state', 'feedback', 'result_pages', 'unanswered']),
      );
      await chat.say(ABOUT_ME);
      const told = lastWith(chat, knowledge.phrases.holds);
      expect(told).toContain('Your last result.');
      expect(told).toMatch(/Pages with a result that can be opened: 1\./);
      expect(told).toMatch(/Answers that you rated: 1\. With a comment: 1\./);
      expect(told).toMatch(/Questions that I could not answer[^:]*: 1\./);

      await chat.say('forget me');
      const left = await rowsWith(key);
      expect(left.map(({ table }) => table)).toEqual(['bot_state']);
      expect(JSON.stringify(stateIn(left[0]!))).not.toMatch(/answered|schooling|billing|choice|session/);
      await chat.say(ABOUT_ME);
      expect(lastWith(chat, knowledge.chat.get('chat.privacy')!.answer)).toContain(
        knowledge.phrases.holdsNothing,
      );
    }
    // Bob has asked for nothing.
    expect((await rowsWith('29%3ABob')).map(({ table }) => table)).toEqual(
      expect.arrayContaining(['bot_state', 'feedback', 'result_pages', 'unanswered']),
    );
    expect((await rowsWith(WORD)).every(({ row }) => JSON.stringify(row).includes('29%3ABob'))).toBe(true);
    // That three people disliked the answer is still known.
    expect((await rows()).filter(({ table }) => table === 'feedback')).toHaveLength(3);
    expect(log.join('')).not.toContain(WORD);
  });

  it('is forgotten too when the bot is removed', async () => {
    await start();
    const alone = teams.chat('personal', 'a:ann-alone');
    const ann = teams.chat('groupChat', '19:both@thread.v2');
    for (const chat of [alone, ann, ann.as('Bob')]) await leaveTraces(chat);
    await alone.install('remove');
    await ann.install('remove');
    expect(await rowsWith(WORD)).toEqual([]);
    for (const key of ['29%3AAnn', '29%3ABob']) expect(await rowsWith(key)).toEqual([]);
  });
});

describe('a person on a website', () => {
  it('is told what there is of them, and can have all of it forgotten but the chat itself', async () => {
    await start();
    const chat = await openChat(url);
    const id = chat.conversationId;
    const say = async (text: string): Promise<string> => {
      const { body } = await chat.post(text);
      for (;;) {
        const { activities } = await chat.read();
        const answers = activities.filter(({ replyToId }) => replyToId === body.id);
        const waiting = (await rowsWith('"is_due":1')).length > 0;
        if (answers.length > 0 && !waiting) return answers.map(textOf).join('\n');
      }
    };
    for (const text of [UNKNOWN, ...TO_A_RESULT]) await say(text);
    const told = await say(ABOUT_ME);
    expect(told).toMatch(/The messages in this chat, yours and mine: \d\d\./);
    expect(told).toMatch(/Questions that I could not answer[^:]*: 1\./);

    await say('forget me');
    expect(await rowsWith(WORD)).toEqual([]);
    const left = await rowsWith(id);
    expect(left.map(({ table }) => table).sort()).toEqual([
      'bot_state',
      'direct_line_activities',
      'direct_line_activities',
      'direct_line_conversations',
    ]);
    expect((await chat.read()).activities.map(({ text }) => text)).toEqual([
      'forget me',
      knowledge.chat.get('chat.forget-me')?.answer,
    ]);
    expect(log.join('')).not.toContain(WORD);
  });
});

describe('KEEP_UNANSWERED=false', () => {
  it('keeps none of the questions that were not answered', async () => {
    await start({ KEEP_UNANSWERED: 'false' });
    const chat = teams.chat('personal', 'a:ann-alone');
    await chat.say(UNKNOWN);
    expect(await rowsWith(WORD)).toEqual([]);
  });
});
