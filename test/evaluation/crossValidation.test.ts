import { crossValidate, knowledgeOf } from '../../src/evaluation/crossValidation';
import { knowledgeReport } from '../../src/evaluation/report/knowledgeReport';
import { evaluateKnowledge } from '../../src/evaluation/knowledgeEvaluation';
import { createRecognizer } from '../../src/matching/recognizer';
import { examplesOf } from '../../src/matching/topics';
import { toyKnowledge, toyModel } from '../helpers/toyModel';

const knowledge = toyKnowledge();

describe('crossValidate', () => {
  it('judges every phrasing once, by a bot that did not learn it', () => {
    const done: number[] = [];
    const judged = crossValidate(knowledge, { folds: 3, onFold: (fold) => done.push(fold) });
    const sorted = (all: readonly { text: string; id: string }[]) =>
      all.map(({ text, id }) => `${id} ${text}`).sort();
    expect(sorted(judged)).toEqual(sorted(examplesOf(knowledge)));
    expect(done).toEqual([1, 2, 3]);
    // What was learned word for word has this confidence.
    expect(judged.filter(({ best }) => best.confidence === 0.99)).toEqual([]);
    expect(
      judged.filter(({ id }) => id === 'none:weather').every(({ intents }) => intents.length === 0),
    ).toBe(true);
  });
});

describe('knowledgeOf', () => {
  it('keeps these phrasings only, in place of the question too, and drops what has none', () => {
    const kept = knowledgeOf(knowledge, [
      { id: 'coding.attire', text: 'coder clothes' },
      { id: 'coding.attire', text: 'dress code of a coder' },
      { id: 'none:weather', text: 'will it rain' },
    ]);
    expect(examplesOf(kept)).toEqual([
      { id: 'coding.attire', text: 'coder clothes' },
      { id: 'coding.attire', text: 'dress code of a coder' },
      { id: 'none:weather', text: 'will it rain' },
    ]);
  });
});

describe('evaluateKnowledge and its report', () => {
  const recognizer = createRecognizer(knowledge, toyModel());
  const utterance = (text: string, kind: string, ...intents: string[]) => ({ text, kind, intents });
  const evaluation = evaluateKnowledge(
    knowledge,
    recognizer,
    {
      split: 'test',
      utterances: [
        utterance('what does a biller earn', 'clean', 'billing.pay'),
        utterance('wages of a coder pls', 'messy', 'coding.pay'),
        utterance('is the field <script>alert(1)</script> growing', 'clean', 'coding.attire'),
        utterance('will it rain', 'far'),
      ],
      statements: [{ text: 'something', asked: null, means: {} }],
      conversations: [
        {
          turns: [
            utterance('biller salary', 'all', 'billing.pay'),
            utterance('and coders?', 'all', 'coding.pay'),
          ],
        },
      ],
    },
    { folds: 2, onFold: () => undefined },
  );

  it('puts slips into what is in scope, and only there', () => {
    expect(evaluation.typos.map(({ slips, judged }) => [slips, judged.length])).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(evaluation.typos[0]!.judged.map(({ text }) => text)).not.toContain('what does a biller earn');
    expect(evaluation.followUps).toHaveLength(1);
  });

  it('finds phrasings that were learned in vain', () => {
    expect(evaluation.learnedInVain.map(({ text }) => text)).not.toContain('biller salary');
  });

  it('makes one page that loads and runs nothing, with every part and nothing unescaped', () => {
    const page = knowledgeReport(evaluation, { date: new Date('2026-11-22T10:00:00Z') });
    for (const id of ['in-scope', 'out-of-scope', 'reliability', 'confusions', 'claims', 'entries'])
      expect(page).toContain(`<section id="${id}"`);
    expect(page).toContain('2026-11-22 10:00 UTC');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<link|@import|url\(|\bon\w+=|https?:/);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  it('leaves out what cross-validation alone can tell', () => {
    const quick = { ...evaluation, crossValidation: undefined, claimedByAnother: [] };
    const page = knowledgeReport(quick, { date: new Date() });
    expect(page).toContain('skipped');
    expect(page).not.toContain('id="entries"');
  });
});
