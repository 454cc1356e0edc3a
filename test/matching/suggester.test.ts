import * as fc from 'fast-check';
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import { createPreparer } from '../../src/matching/preparation';
import { createSuggester, type Suggester } from '../../src/matching/suggester';
import { aKnowledgeBase, anEntry, aRole } from '../helpers/builders';
import { toyKnowledge } from '../helpers/toyModel';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();

function suggesterOf(from: KnowledgeBase): Suggester {
  const preparer = createPreparer(from);
  return createSuggester(from, preparer, preparer.examples);
}

const suggest = suggesterOf(knowledge);
const toy = suggesterOf(toyKnowledge());

describe('createSuggester', () => {
  it.each([
    ['how much do cod', 'coding.pay'],
    ['biller pay', 'billing.pay'],
    ['pay biller', 'billing.pay'],
    ['codign sal', 'coding.pay'],
    ['what is the difference between a bil', 'both.difference'],
    ['is it hard to be a cod', 'coding.difficulty'],
    ['work from ho', 'both.remote'],
  ])('suggests for %j first %s', (typed, id) => expect(suggest(typed)[0]).toBe(id));

  it.each(['certificat', 'certifcat', 'cretific'])('finds both certifications behind %j', (typed) =>
    expect(suggest(typed).slice(0, 3)).toEqual(
      expect.arrayContaining(['billing.certification', 'coding.certification']),
    ),
  );

  it('finds what the exam costs behind "certifcation exm"', () =>
    expect(suggest('certifcation exm')).toContain('both.exam-cost'));

  it('suggests an entry for its own question, for nearly all of them first', () => {
    const entries = [...knowledge.entries.values()];
    const missing = entries.filter(({ id, question }) => !suggest(question).includes(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
    const first = entries.filter(({ id, question }) => suggest(question)[0] === id);
    expect(first.length).toBeGreaterThan(0.9 * entries.length);
  });

  it.each(['', ' ', 'bi', 'b i', 'c?!', '12345', '😀😀😀', 'weather in lond', 'zqxvbn'])(
    'suggests nothing for %j',
    (typed) => expect(suggest(typed)).toEqual([]),
  );

  it('takes the last word as unfinished, but not where a space ends it', () => {
    expect(toy('what do coders wea')).toContain('coding.attire');
    expect(toy('clo')).toContain('coding.attire');
    expect(toy('clo ')).toEqual([]);
  });

  it('puts the role first that is named', () => {
    expect(toy('biller wages')[0]).toBe('billing.pay');
    expect(toy('coder wages')[0]).toBe('coding.pay');
    expect(toy('wages of a bill')[0]).toBe('billing.pay');
  });

  it('learns a word of one role for the topic of the other', () => {
    const suggestMade = suggesterOf(
      aKnowledgeBase({
        entries: [
          anEntry('billing.pay', { question: 'What does a biller earn?', variants: ['biller remuneration'] }),
          anEntry('coding.pay', { question: 'What does a coder earn?', variants: ['coder salary'] }),
          ...['attire', 'hours', 'exam', 'stress', 'outlook', 'travel'].map((topic) =>
            anEntry(`both.${topic}`, { question: `What of the ${topic}?`, variants: [topic] }),
          ),
        ],
        roles: [aRole('billing', ['biller']), aRole('coding', ['coder']), aRole('both', ['both'])],
      }),
    );
    expect(suggestMade('coder remuneration')[0]).toBe('coding.pay');
  });

  it('puts entries that are as likely in the order of their ids', () => {
    const text = 'all of the same';
    const others = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
    const entries = ['c', 'b', 'a'].map((topic) => anEntry(`both.${topic}`, { question: 'Any zebras?' }));
    const made = aKnowledgeBase({
      entries,
      background: [{ id: 'rest', utterances: others.flatMap((word) => [`${word} ${text}`, word, text]) }],
    });
    expect(suggesterOf(made)('zebr')).toEqual(['both.a', 'both.b', 'both.c']);
  });

  it('never throws, and gives at most five known entries, each once, the same every time', () => {
    const words = fc.constantFrom('coder', 'bill', 'how', 'much', 'certif', 'pay', 'xqx', '$5', 'wfh', '&');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const ids = suggest(typed);
        expect(ids.length).toBeLessThanOrEqual(5);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !knowledge.entries.has(id))).toEqual([]);
        expect(suggest(typed)).toEqual(ids);
      }),
    );
  });

  it('bears a text of any length', () => {
    expect(suggest('how much does a coder earn '.repeat(10_000)).length).toBeLessThanOrEqual(5);
  });

  it('suggests nothing where there is nothing to suggest', () => {
    expect(suggesterOf(aKnowledgeBase())('how much do coders earn')).toEqual([]);
  });

  it('is what the recognizer suggests', () => {
    expect(recognizer.suggest('how much do cod')).toEqual(suggest('how much do cod'));
  });
});
