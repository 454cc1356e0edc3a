import { join } from 'node:path';
import { answeredIds, sharesOf, verdictOf } from '../../src/evaluation/scoring';
import { examplesOf } from '../../src/matching/topics';
import { realMatcher } from '../helpers/trainedModel';
import { readConversations, readUtterances } from '../../src/cli/labelledSet';
import type { Decision } from '../../src/domain/decision';
import type { FaqId } from '../../src/domain/faq';

const faq = (...ids: string[]) => ids as FaqId[];
const answer = (...ids: string[]): Decision => ({
  kind: 'answer',
  ids: faq(...ids),
  match: { topic: 'any', ids: faq(...ids), confidence: 1 },
});
const clarify = (...offers: string[]): Decision => ({ kind: 'clarify', offers: faq(...offers) });
const fallback: Decision = { kind: 'fallback' };

describe('verdictOf', () => {
  it.each<[string, string[], Decision[], string]>([
    ['every label answered is right', ['billing.pay'], [answer('billing.pay')], 'right'],
    ['one of two labels answered is wrong', ['billing.pay', 'coding.pay'], [answer('billing.pay')], 'wrong'],
    [
      'both labels over two answers are right',
      ['billing.pay', 'both.remote'],
      [answer('billing.pay'), answer('both.remote')],
      'right',
    ],
    ['another answer is wrong', ['billing.pay'], [answer('coding.pay')], 'wrong'],
    [
      'the label among the offers is offered',
      ['billing.pay'],
      [clarify('coding.pay', 'billing.pay')],
      'offered',
    ],
    ['offers without the label are silent', ['billing.pay'], [clarify('coding.pay')], 'silent'],
    ['not knowing is silent', ['billing.pay'], [fallback], 'silent'],
    ['advice begun is right for "which suits me"', ['advice.start'], [answer('both.right-for-me')], 'right'],
    ['an answer to nothing is wrong', [], [answer('billing.pay')], 'wrong'],
    ['an offer to nothing is an offer', [], [clarify('billing.pay')], 'offered'],
    ['not knowing is right for nothing', [], [fallback], 'right'],
  ])('%s', (_name, labels, decisions, verdict) => {
    expect(verdictOf(labels, decisions)).toBe(verdict);
  });
});

describe('answeredIds', () => {
  it('counts nothing that was only offered or left unanswered', () => {
    expect(answeredIds([clarify('billing.pay'), fallback])).toEqual([]);
  });
});

describe('sharesOf', () => {
  it('adds up to one and counts', () => {
    expect(sharesOf(['right', 'right', 'wrong', 'silent'])).toEqual({
      count: 4,
      right: 0.5,
      offered: 0,
      wrong: 0.25,
      silent: 0.25,
    });
  });
});

describe('the labelled sets', () => {
  const folder = __dirname;
  const files = ['dev', 'test'].map((split) => readUtterances(join(folder, `${split}.jsonl`)));

  it('share no utterance', () => {
    const [dev, test] = files.map((set) => new Set(set.map(({ text }) => text.toLowerCase())));
    expect([...dev!].filter((text) => test!.has(text))).toEqual([]);
  });

  it('share no utterance with the phrasings of the knowledge', () => {
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9 ]/g, '');
    const learned = new Set(examplesOf(realMatcher().knowledge).map(({ text }) => plain(text)));
    expect(files.flat().filter(({ text }) => learned.has(plain(text)))).toEqual([]);
  });

  it('hold enough utterances that nobody should answer', () => {
    expect(files.flat().filter(({ intents }) => intents.length === 0).length).toBeGreaterThanOrEqual(150);
  });

  it('hold conversations of several turns', () => {
    const conversations = readConversations(join(folder, 'testConversations.jsonl'));
    expect(conversations.every(({ turns }) => turns.length > 1)).toBe(true);
  });
});
