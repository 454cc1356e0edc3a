// The quality gate: the matcher may not fall below these figures on utterances that it did not learn from.
import { join } from 'node:path';
import { readConversations, readUtterances } from '../../src/cli/labelledSet';
import { sharesOf, verdictOf, type Verdict } from '../../src/cli/scoring';
import { advance, NO_CONTEXT, type ConversationContext } from '../../src/domain/conversationContext';
import { decide } from '../../src/domain/decision';
import { realMatcher } from '../helpers/trainedModel';

const { recognizer } = realMatcher();
const decisionsOn = (text: string, context: ConversationContext) =>
  recognizer.recognize(text, context).readings.map((reading) => decide(reading, recognizer.thresholds));

const utterances = readUtterances(join(__dirname, 'test.jsonl'));
const verdicts = (belongs: (intents: readonly string[], kind: string) => boolean): Verdict[] =>
  utterances
    .filter(({ intents, kind }) => belongs(intents, kind))
    .map(({ text, intents }) => verdictOf(intents, decisionsOn(text, NO_CONTEXT)));

describe('the matcher on the held-out split', () => {
  it('answers at least 85 % of clean utterances right', () => {
    const { right } = sharesOf(verdicts((intents, kind) => intents.length > 0 && kind === 'clean'));
    expect(right).toBeGreaterThanOrEqual(0.85);
  });

  it('answers at least 80 % of messy utterances right', () => {
    const { right } = sharesOf(verdicts((intents, kind) => intents.length > 0 && kind === 'messy'));
    expect(right).toBeGreaterThanOrEqual(0.8);
  });

  it('answers at most 6 % of what nobody should answer', () => {
    expect(sharesOf(verdicts((intents) => intents.length === 0)).wrong).toBeLessThanOrEqual(0.06);
  });

  it('answers at least 85 % of follow-up turns right', () => {
    const followUps = readConversations(join(__dirname, 'conversations.jsonl')).flatMap(({ turns }) => {
      let context = NO_CONTEXT;
      return turns
        .map(({ text, intents }) => {
          const decisions = decisionsOn(text, context);
          context = advance(context, decisions);
          return verdictOf(intents, decisions);
        })
        .slice(1);
    });
    expect(sharesOf(followUps).right).toBeGreaterThanOrEqual(0.85);
  });
});
