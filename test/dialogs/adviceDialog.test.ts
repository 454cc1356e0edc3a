// The guided advice word by word: every way the author gave to answer, and what happens when the questions change.
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import { questionsOf, type Question, type Questionnaire } from '../../src/domain/questionnaire';
import { startConversation, type Conversation } from '../helpers/conversation';
import { buttonsOf, textOf } from '../helpers/conversationReader';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();
const { questionnaire } = knowledge;
const questions = questionsOf(questionnaire);

/** A conversation in which this question is open. */
async function at(question: Question): Promise<Conversation> {
  const chat = startConversation();
  await chat.say('advise me');
  // The last option tells little, so that the advice goes on to the end.
  for (const each of questions.slice(0, questions.indexOf(question)))
    await chat.say(each.options.at(-1)!.label);
  return chat;
}

/** What is put after this question. */
const after = (question: Question): RegExp => {
  const next = questions[questions.indexOf(question) + 1];
  return next ? new RegExp(`^question:${next.id}$`) : /^recommendation:/;
};

const byQuestion = questions.map((question): [string, Question] => [question.id, question]);

describe('AdviceDialog', () => {
  it.each(byQuestion)('takes every number, label and synonym of "%s" for its option', (_, question) => {
    const wrong = question.options.flatMap(({ id, label, synonyms }, place) =>
      [`${place + 1}`, label, ...synonyms].flatMap((text) => {
        const reading = recognizer.readAnswer(question, text);
        const isRight = reading?.kind === 'option' && reading.in === 'message' && reading.option === id;
        return isRight ? [] : [{ text, meant: id, reading }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(byQuestion)('goes on after every number, label and synonym of "%s"', async (_, question) => {
    const chat = await at(question);
    const texts = question.options.flatMap(({ label, synonyms }, place) => [
      `${place + 1}`,
      label,
      ...synonyms,
    ]);
    const wrong = [];
    for (const text of texts) {
      const { ids } = await chat.fork().say(text);
      if (!after(question).test(ids.at(-1)!) || ids.includes('noted')) wrong.push({ text, ids });
    }
    expect(wrong).toEqual([]);
  });

  it.each(byQuestion)(
    'carries out no command where a sentence holds an answer to "%s"',
    async (_, question) => {
      const chat = await at(question);
      const texts = question.options.flatMap(({ label, synonyms }) => [label, ...synonyms]);
      const wrong = [];
      for (const text of texts.flatMap((answer) => [`I'd say ${answer}`, `${answer} please`])) {
        const { report } = await chat.fork().say(text);
        if (report?.decision === 'command' && report.intents.length > 0)
          wrong.push({ text, done: report.intents });
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(byQuestion)('passes over "%s" at every word for skipping', async (_, question) => {
    const chat = await at(question);
    const wrong = [];
    for (const text of questionnaire.skip) {
      const { ids } = await chat.fork().say(text);
      if (!after(question).test(ids.at(-1)!)) wrong.push({ text, ids });
    }
    expect(wrong).toEqual([]);
  });

  it.each(byQuestion)('gives its reason for asking "%s" at every word for why', async (_, question) => {
    const chat = await at(question);
    const wrong = [];
    for (const text of questionnaire.why) {
      const { ids } = await chat.fork().say(text);
      if (ids.join(' ') !== `why:${question.id} question:${question.id}`) wrong.push({ text, ids });
    }
    expect(wrong).toEqual([]);
  });

  it.each(['console', 'webchat', 'emulator', 'msteams'])('shows every option on %s', async (channel) => {
    const { messages } = await startConversation({ channel }).say('advise me');
    const asked = messages.at(-1)!;
    const labels = questions[0]!.options.map(({ label }) => label);
    expect(asked.inputHint).toBe('expectingInput');
    if (channel === 'console') labels.forEach((label) => expect(textOf(asked)).toContain(label));
    else expect(buttonsOf(asked)).toEqual(labels);
  });

  it('reports an answer as part of the command that began the advice', async () => {
    const { report } = await startConversation().sayAll('advise me', '2');
    expect(report).toMatchObject({ decision: 'command', intents: [] });
  });
});

/** The real knowledge with only these questions. */
function asking(keep: (question: Question) => boolean): KnowledgeBase {
  const stages = questionnaire.stages.map((stage) => ({ ...stage, questions: stage.questions.filter(keep) }));
  return { ...knowledge, questionnaire: { ...questionnaire, stages } satisfies Questionnaire };
}

describe('AdviceDialog, when an author changed the questions while a session slept', () => {
  const asleep = async (from: KnowledgeBase, ...texts: string[]): Promise<Record<string, string>> => {
    const memory = {};
    await startConversation({ memory, knowledge: from }).sayAll('advise me', ...texts);
    return memory;
  };
  const [first, second, third] = questions as [Question, Question, Question];

  it('asks the next of the questions that are left', async () => {
    const memory = await asleep(knowledge, '2');
    const chat = startConversation({ memory, knowledge: asking(({ id }) => id !== second.id) });
    // Said of the question that is no more, and so no answer to the next.
    expect((await chat.say('2')).ids).toEqual([`question:${third.id}`]);
    expect((await chat.say('why')).ids).toEqual([`why:${third.id}`, `question:${third.id}`]);
  });

  it('still answers what is asked in place of an answer to a question that is no more', async () => {
    const memory = await asleep(knowledge, '2');
    const chat = startConversation({ memory, knowledge: asking(({ id }) => id !== second.id) });
    expect((await chat.say('what does a coder earn?')).ids).toEqual(['coding.pay', `question:${third.id}`]);
  });

  it('puts a question again whose options are others now', async () => {
    const memory = await asleep(knowledge, '2');
    const stages = questionnaire.stages.map((stage) => ({
      ...stage,
      questions: stage.questions.map((each) =>
        each.id === second.id ? { ...each, options: [...each.options].reverse() } : each,
      ),
    }));
    const chat = startConversation({
      memory,
      knowledge: { ...knowledge, questionnaire: { ...questionnaire, stages } },
    });
    expect((await chat.say('1')).ids).toEqual([`question:${second.id}`]);
    expect((await chat.say('1')).ids).toEqual([`question:${third.id}`]);
  });

  it('takes the answer to the open question though a new one comes before it', async () => {
    const memory = await asleep(
      asking(({ id }) => id !== second.id),
      '2',
    );
    const chat = startConversation({ memory });
    expect((await chat.say('1')).ids).toEqual([`question:${second.id}`]);
    expect((await chat.say('1')).ids.at(-1)).toBe(`question:${questions[3]!.id}`);
  });

  it('concludes from what it knows when none is left', async () => {
    const memory = await asleep(knowledge, '2');
    const chat = startConversation({ memory, knowledge: asking(({ id }) => id === first.id) });
    expect((await chat.say('2')).ids).toEqual([expect.stringMatching(/^recommendation:/)]);
    expect((await chat.say('stop')).ids).toEqual(['nothingToCancel']);
  });

  it('puts a new question that comes before the open one', async () => {
    const memory = await asleep(
      asking(({ id }) => id !== second.id),
      '2',
    );
    const { ids } = await startConversation({ memory }).say('what does a coder earn?');
    expect(ids).toEqual(['coding.pay', `question:${second.id}`]);
  });
});
