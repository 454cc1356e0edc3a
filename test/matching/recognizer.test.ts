import * as fc from 'fast-check';
import type { ConversationContext } from '../../src/domain/conversationContext';
import { ROLE_IDS } from '../../src/domain/role';
import { createRecognizer } from '../../src/matching/recognizer';
import { topicOf } from '../../src/matching/topics';
import { toyKnowledge, toyModel } from '../helpers/toyModel';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer: real } = realMatcher();
const toy = createRecognizer(toyKnowledge(), { ...toyModel(), thresholds: { answer: 0.5, offer: 0.2 } });
const known = new Set<string>([...knowledge.entries.keys(), ...knowledge.chat.keys()]);

/** Holds for every recognition, whatever was said. */
function expectSound(text: string, context: ConversationContext = {}): void {
  const recognition = real.recognize(text, context);
  expect(recognition.text).toBe(text);
  expect(recognition.readings.length).toBeGreaterThanOrEqual(1);
  for (const { matches } of recognition.readings) {
    const confidences = matches.map(({ confidence }) => confidence);
    expect(confidences.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(matches.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
  }
  expect(real.recognize(text, context)).toEqual(recognition);
}

const isSure = (text: string, context: ConversationContext = {}) =>
  real
    .recognize(text, context)
    .readings.some(({ matches }) => matches[0]!.confidence >= real.thresholds.answer);

describe('the contract of a recognizer', () => {
  it.each([
    ['an empty message', ''],
    ['white space', ' \n\t '],
    ['emoji', '🎉🙏🏽👩‍⚕️'],
    ['punctuation', '?!... --- """'],
    ['digits', '123 456'],
    ['a single letter', 'x'],
    ['unknown words', 'zxqv wwkkj plorf'],
    ['Chinese', '医疗编码员的薪水是多少'],
    ['Arabic', 'كم يكسب المبرمج الطبي'],
    ['Russian', 'сколько зарабатывает кодировщик'],
    ['control characters', '\u0000\u0007\u202e\u200b\ufeff'],
    ['half a character', '\ud83c pay \udf89'],
    ['markup', '<script>alert(1)</script> **bold** [a](b)'],
    ['names of object properties', '__proto__ constructor toString hasOwnProperty'],
    ['placeholders of the matcher', 'xqx xqqx ^ $ | none:own-bill'],
  ])('takes %s calmly', (_, text) => {
    expectSound(text);
    expectSound(text, { role: 'coding', topic: 'pay' });
  });

  it.each(['', '🎉', 'zxqv wwkkj plorf', '医疗编码员的薪水是多少', '123 456'])(
    'is not sure what %j means',
    (text) => {
      expect(isSure(text)).toBe(false);
    },
  );

  it.each([
    ['words', 'how much do coders earn '.repeat(5_000)],
    ['one word', 'a'.repeat(100_000)],
    ['unlike words', Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}`).join(' ')],
    ['questions', 'what is it? '.repeat(10_000)],
    ['clauses', 'a, '.repeat(33_000)],
    ['spaces', `pay${' '.repeat(100_000)}pay`],
    ['accents', 'e\u0301\u0301\u0301'.repeat(30_000)],
  ])('reads a huge message of %s within some seconds at the worst', (_, text) => {
    const start = performance.now();
    expectSound(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('holds for any text in any context', () => {
    const word = fc.constantFrom(
      'coder',
      'billers',
      'both',
      'pay',
      'what',
      'about',
      'and',
      'the other',
      'how',
      'long',
      '?',
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    const context = fc.record(
      {
        role: fc.constantFrom(...ROLE_IDS),
        topic: fc.oneof(
          fc.constantFrom('pay', 'attire', 'gone', '__proto__', 'none:jokes', 'chat.thanks'),
          fc.string(),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(text, context, expectSound), { numRuns: 300 });
  });

  it('reads an answer out of any text without failing', () => {
    const questions = knowledge.questionnaire.stages.flatMap((stage) => stage.questions);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...questions), (text, question) => {
        const reading = real.readAnswer(question, text);
        if (reading?.kind === 'option')
          expect(question.options.map(({ id }) => id)).toContain(reading.option);
      }),
    );
  });
});

describe('recognize, where people tell of themselves before they ask', () => {
  it('answers what the message ends with', () => {
    const text =
      'I cleaned houses for twelve years and my back is shot now. How much does a medical coder earn?';
    expect(real.recognize(text, {}).readings.map(({ matches }) => matches[0]!.ids)).toEqual([['coding.pay']]);
    expect(isSure(text)).toBe(true);
  });

  it.each([
    'help me choose, I have a GED',
    'no rush, kids are grown, lets find out what suits me',
    'I have a GED and can study full time, help me choose',
  ])('begins the guided advice on "%s"', (text) => {
    const [reading] = real.recognize(text, {}).readings;
    expect(reading?.matches[0]?.topic).toBe(topicOf('advice.start'));
    expect(isSure(text)).toBe(true);
  });

  it('repeats both topics of an answer for the other role', () => {
    const context: ConversationContext = { role: 'coding', topic: 'duties', topics: ['pay', 'duties'] };
    const ids = real.recognize('and for billers?', context).readings.map(({ matches }) => matches[0]!.ids[0]);
    expect(ids).toEqual(['billing.pay', 'billing.duties']);
  });
});

describe('recognize', () => {
  const idsOf = (text: string, context: ConversationContext = {}) =>
    toy.recognize(text, context).readings.map(({ matches }) => matches[0]?.ids);

  it.each([
    ['what does a coder earn', ['coding.pay']],
    ['what does a biller do all day', ['billing.duties']],
    ['what does a codder ern', ['coding.pay']],
    ['is the field growing', ['both.demand']],
    ['thank you', ['chat.thanks']],
    ['how much money do billing and coding make', ['billing.pay', 'coding.pay']],
    ['do billers wear scrubs', []],
  ])('reads "%s"', (text, ids) => expect(idsOf(text)).toEqual([ids]));

  it("is all but certain of the author's own phrasings, however they are typed", () => {
    for (const text of ['coder wages', 'Coder WAGES!', 'codder wages']) {
      expect(toy.recognize(text, {}).readings[0]?.matches[0]).toMatchObject({
        topic: 'pay',
        confidence: 0.99,
      });
    }
  });

  it('follows up on role and topic of the conversation', () => {
    const context = { role: 'coding', topic: 'pay' } as const;
    expect(idsOf('what about billers?', context)).toEqual([['billing.pay']]);
    expect(idsOf('and what do they do all day', context)).toEqual([['coding.duties']]);
    expect(idsOf('and billers', { role: 'coding', topic: 'attire' })).toEqual([[]]);
    expect(toy.recognize('what about billers?', context).readings[0]?.matches).toHaveLength(1);
  });

  it('matches anew where the conversation is about a topic that no longer is', () => {
    expect(idsOf('what about billers?', { role: 'coding', topic: 'gone' })[0]?.[0]).toMatch(/^billing\./);
  });

  it('reads two questions as two, the role of the first carried to the second', () => {
    expect(idsOf('what does a coder earn and what do they do all day?')).toEqual([
      ['coding.pay'],
      ['coding.duties'],
    ]);
    expect(idsOf('Thanks a lot! What does a biller earn?')).toEqual([['chat.thanks'], ['billing.pay']]);
  });

  it('carries the role of the conversation past a piece that has none', () => {
    const context = { role: 'coding', topic: 'pay' } as const;
    expect(idsOf('Thanks a lot! What do they do all day?', context)).toEqual([
      ['chat.thanks'],
      ['coding.duties'],
    ]);
  });

  it('reads two pieces about one topic as one', () => {
    expect(idsOf('what does a coder earn? how much money does a coder make?')).toHaveLength(1);
  });

  it('names the background that a message resembles most, and none for a question it can answer', () => {
    expect(toy.recognize('will it rain today', {}).readings[0]?.background).toBe('weather');
    expect(toy.recognize('what does a coder earn', {}).readings[0]).not.toHaveProperty('background');
  });

  it('raises a safety rule beside what it understood', () => {
    expect(toy.recognize('call an ambulance! what does a coder earn', {})).toMatchObject({
      safety: 'emergency',
    });
    expect(toy.recognize('what does a coder earn', {})).not.toHaveProperty('safety');
  });
});

describe('recognize where a message is garbled', () => {
  const read = (text: string) => toy.recognize(text, {}).readings[0]!.matches;

  it('offers what its letters resemble, and never answers it', () => {
    const [best] = read('codersalry');
    expect(best).toMatchObject({ topic: 'pay', ids: ['coding.pay'] });
    expect(best?.confidence).toBeGreaterThanOrEqual(toy.thresholds.offer);
    expect(best?.confidence).toBeLessThan(toy.thresholds.answer);
  });

  it('guesses nothing where nothing is alike', () => {
    expect(read('zxqvwwkkj')[0]?.confidence).toBeLessThan(toy.thresholds.offer);
  });
});
