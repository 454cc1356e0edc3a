// The quality gate: the matcher may not fall below these figures on utterances that it did not learn from.
import { join } from 'node:path';
import { readConversations, readUtterances } from '../../src/cli/labelledSet';
import { TARGETS } from '../../src/evaluation/targets';
import { judge, judgeFollowUps } from '../../src/evaluation/judging';
import { sharesOf, type Verdict } from '../../src/evaluation/scoring';
import { realMatcher } from '../helpers/trainedModel';

const { recognizer } = realMatcher();
const judged = judge(recognizer, readUtterances(join(__dirname, 'test.jsonl')));
const verdicts = (belongs: (intents: readonly string[], kind: string) => boolean): Verdict[] =>
  judged.filter(({ intents, kind }) => belongs(intents, kind)).map(({ verdict }) => verdict);

describe('the matcher on the held-out split', () => {
  it(`answers at least ${100 * TARGETS.clean} % of clean utterances right`, () => {
    const { right } = sharesOf(verdicts((intents, kind) => intents.length > 0 && kind === 'clean'));
    expect(right).toBeGreaterThanOrEqual(TARGETS.clean);
  });

  it(`answers at least ${100 * TARGETS.messy} % of messy utterances right`, () => {
    const { right } = sharesOf(verdicts((intents, kind) => intents.length > 0 && kind === 'messy'));
    expect(right).toBeGreaterThanOrEqual(TARGETS.messy);
  });

  it(`answers at most ${100 * TARGETS.outOfScopeAnswered} % of what nobody should answer`, () => {
    expect(sharesOf(verdicts((intents) => intents.length === 0)).wrong).toBeLessThanOrEqual(
      TARGETS.outOfScopeAnswered,
    );
  });

  it(`answers at least ${100 * TARGETS.followUps} % of follow-up turns right`, () => {
    const followUps = judgeFollowUps(
      recognizer,
      readConversations(join(__dirname, 'testConversations.jsonl')),
    );
    expect(sharesOf(followUps).right).toBeGreaterThanOrEqual(TARGETS.followUps);
  });
});

describe('the matcher on what the article does not answer', () => {
  it(`answers at least ${100 * TARGETS.extended} % right`, () => {
    const extended = judge(recognizer, readUtterances(join(__dirname, 'extended.jsonl')));
    expect(sharesOf(extended.map(({ verdict }) => verdict)).right).toBeGreaterThanOrEqual(TARGETS.extended);
  });
});
