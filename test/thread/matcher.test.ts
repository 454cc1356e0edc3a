// The matcher in its thread: that it answers as the one in this thread does, and how it begins, fails and ends.
import { KnowledgeError } from '../../src/errors';
import { deepFreeze } from '../../src/domain/frozen';
import { questionsOf, type OptionId } from '../../src/domain/questionnaire';
import { loadKnowledge } from '../../src/knowledge/load';
import { startMatcher, type Matcher, type MatcherOptions } from '../../src/thread/matcher';
import { fromPages, toPages } from '../../src/thread/pages';
import { aKnowledgeBase, anEntry, faqId } from '../helpers/builders';
import { largeKnowledge, smallKnowledge } from '../helpers/largeKnowledge';
import { KNOWLEDGE_DIR, MODEL_DIR, realMatcher } from '../helpers/trainedModel';

// A start reads the whole knowledge.
jest.setTimeout(30_000);

let started: Matcher[] = [];
afterEach(async () => {
  await Promise.all(started.map((matcher) => matcher.stop()));
  started = [];
});

async function start(given: Partial<MatcherOptions> = {}): Promise<Matcher> {
  const matcher = await startMatcher({
    knowledgeDir: KNOWLEDGE_DIR,
    dataDir: MODEL_DIR,
    onTraining: () => undefined,
    ...given,
  });
  started.push(matcher);
  return matcher;
}

const { knowledge, recognizer } = realMatcher();

/** For all tests that do not stop it: a start reads the whole knowledge. */
let lasting: Matcher;
beforeAll(async () => {
  lasting = await start();
  started = [];
});
afterAll(() => lasting.stop());

describe('startMatcher', () => {
  it('understands as the matcher of this thread does, many messages at once', async () => {
    const { recognizer: threaded } = lasting;
    expect(threaded.thresholds).toEqual(recognizer.thresholds);
    const texts = ['how much does a coder earn?', 'and billers', 'xyzzy', 'stop. what is icd-10', '😀', ''];
    const context = { role: 'coding', topic: 'pay' } as const;
    const got = await Promise.all(texts.map(async (text) => threaded.recognize(text, context)));
    expect(got).toEqual(texts.map((text) => recognizer.recognize(text, context)));
    const question = knowledge.questionnaire.stages[0]!.questions[0]!;
    for (const text of ['2', 'skip', 'why', 'what?'])
      expect(await threaded.readAnswer(question, text)).toEqual(recognizer.readAnswer(question, text));
  });

  it('suggests as the matcher of this thread does', async () => {
    const { recognizer: threaded } = lasting;
    const texts = ['how much do cod', 'certifcation exm', 'xyzzy', '😀', ''];
    const got = await Promise.all(texts.map(async (text) => threaded.suggest(text)));
    expect(got).toEqual(texts.map((text) => recognizer.suggest(text)));
    expect(got[0]![0]).toBe('coding.pay');
  });

  it('reads what is told in the guided advice as the matcher of this thread does', async () => {
    const { recognizer: threaded, knowledge: spoken } = lasting;
    const [asked] = questionsOf(spoken.questionnaire);
    const texts = [
      'I have a GED and can study full time',
      '$22 an hour',
      'skip',
      'my answer on pay',
      '😀',
      '',
    ];
    for (const open of [undefined, asked])
      for (const text of texts)
        expect(await threaded.readAdvice(open, text)).toEqual(recognizer.readAdvice(open, text));
    expect((await threaded.readAdvice(asked, texts[0]!)).statements).toHaveLength(2);
    const menu = {
      options: Object.entries(spoken.questionnaire.menu).map(([id, item]) => ({
        ...item,
        id: id as OptionId,
      })),
    };
    expect(await threaded.readAnswer(menu, '3')).toMatchObject({ option: 'restart' });
  });

  it('brings all that the bot says, frozen, and no phrasing', () => {
    const { knowledge: spoken } = lasting;
    const id = faqId('coding.pay');
    const { variants, ...answer } = knowledge.entries.get(id)!;
    expect(spoken.entries.get(id)).toEqual(answer);
    expect([...spoken.entries.keys()]).toEqual([...knowledge.entries.keys()]);
    const { facts, sources, roles, questionnaire, result, phrases, version } = knowledge;
    expect(spoken).toMatchObject({ facts, sources, roles, questionnaire, result, phrases, version });
    const { entries, chat, background, safety, ...rest } = spoken;
    const said = JSON.stringify([...entries, ...chat, background, safety, rest]);
    expect(said).not.toContain(variants[0]);
    expect(spoken).not.toHaveProperty('statements');
    for (const aside of knowledge.statements.asides.slice(0, 5)) expect(said).not.toContain(aside);
    expect(Object.isFrozen(spoken.entries.get(id)) && Object.isFrozen(spoken.phrases)).toBe(true);
    expect(Object.isFrozen(spoken.result.aspects)).toBe(true);
  });

  it('tells the mistakes of the knowledge as loadKnowledge does', async () => {
    const folder = smallKnowledge();
    folder.edit('roles.yaml', (text) => `stray: 1\n${text}`);
    const failure = await start({ knowledgeDir: folder.path }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(KnowledgeError);
    expect(() => loadKnowledge(folder.path)).toThrow((failure as KnowledgeError).message);
    folder.remove();
  });

  it('rejects one query that fails, and answers the others', async () => {
    const { recognizer: threaded, died } = lasting;
    const broken = threaded.recognize(undefined as unknown as string, {});
    const sound = threaded.recognize('how much does a coder earn?', {});
    await expect(broken).rejects.toThrow(/undefined/);
    expect((await sound).readings[0]!.matches[0]!.ids).toEqual(['coding.pay']);
    await expect(Promise.race([died, Promise.resolve('alive')])).resolves.toBe('alive');
  });

  it('rejects what waits when it is stopped, and all after that', async () => {
    const { recognizer: threaded, stop } = await start();
    const waiting = threaded.recognize('how much does a coder earn?', {});
    const rejected = expect(waiting).rejects.toThrow('stopped');
    await stop();
    await rejected;
    await expect(threaded.recognize('hello', {})).rejects.toThrow('stopped');
  });

  it('can be given up while it begins', async () => {
    const closing = new AbortController();
    const folder = largeKnowledge(200);
    const starting = start({
      knowledgeDir: folder.path,
      dataDir: ':memory:',
      signal: closing.signal,
      onTraining: () => closing.abort(),
    });
    await expect(starting).rejects.toThrow('stopped');
    folder.remove();
  });

  it('begins only where there is still need', async () => {
    await expect(start({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('pages', () => {
  it('carries any number of entries in small parts, facts before who rests on them', async () => {
    const [fact] = [...knowledge.facts.values()];
    const many = Array.from({ length: 1_001 }, (_, at) =>
      anEntry(`both.e${at}`, { facts: [fact!], variants: ['secret'] }),
    );
    const whole = aKnowledgeBase({
      entries: many,
      facts: knowledge.facts,
      sources: knowledge.sources,
      result: knowledge.result,
      statements: { answers: [], asides: ['secret'] },
    });
    const { head, pages } = toPages(deepFreeze(whole));
    expect(Math.max(...pages.map(({ entries }) => entries.length))).toBeLessThanOrEqual(200);
    const spoken = await fromPages(structuredClone(head), (at) =>
      Promise.resolve(structuredClone(pages[at]!)),
    );
    expect(spoken.entries.size).toBe(1_001);
    const sources = new Set(
      [...spoken.entries.values()].flatMap(({ facts }) => facts.map(({ source }) => source)),
    );
    expect(sources.size).toBe(1);
    expect(JSON.stringify([head, pages])).not.toContain('secret');
    expect(spoken.result).toEqual(whole.result);
    expect([...spoken.facts.values()]).toEqual([...knowledge.facts.values()]);
  });
});
