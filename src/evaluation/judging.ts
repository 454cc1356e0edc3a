// Puts labelled utterances to a recognizer and says of each what came of it.
import { advance, NO_CONTEXT } from '../domain/conversationContext';
import { decide } from '../domain/decision';
import type { SyncRecognizer } from '../domain/recognizer';
import { topicOf } from '../matching/topics';
import type { LabelledConversation, LabelledUtterance } from './labelled';
import type { CalibrationPoint } from './metrics';
import { answeredIds, verdictOf, type Verdict } from './scoring';

export interface Judged extends LabelledUtterance {
  readonly verdict: Verdict;
  /** Ids that were answered, chat and commands among them. */
  readonly answered: readonly string[];
  /** Confidence of the best match, 0..1, and whether its topic is one of the labels' topics, be it answered or not. */
  readonly best: CalibrationPoint;
  /** Id that the best match would answer; absent where nothing matched. */
  readonly bestId?: string;
}

export function judge(recognizer: SyncRecognizer, set: readonly LabelledUtterance[]): Judged[] {
  return set.map((utterance) => judgeOne(recognizer, utterance));
}

export function judgeOne({ recognize, thresholds }: SyncRecognizer, utterance: LabelledUtterance): Judged {
  const { readings } = recognize(utterance.text, NO_CONTEXT);
  const decisions = readings.map((reading) => decide(reading, thresholds));
  const [match] = readings[0]?.matches ?? [];
  return {
    ...utterance,
    verdict: verdictOf(utterance.intents, decisions),
    answered: answeredIds(decisions),
    best: {
      confidence: match?.confidence ?? 0,
      right: match !== undefined && utterance.intents.some((id) => topicOf(id) === match.topic),
    },
    bestId: match?.ids[0],
  };
}

/** Verdicts on every turn but the first of each conversation: those that lean on what came before. */
export function judgeFollowUps(
  { recognize, thresholds }: SyncRecognizer,
  set: readonly LabelledConversation[],
): Verdict[] {
  return set.flatMap(({ turns }) => {
    let context = NO_CONTEXT;
    const verdicts = turns.map(({ text, intents }) => {
      const decisions = recognize(text, context).readings.map((reading) => decide(reading, thresholds));
      context = advance(context, decisions);
      return verdictOf(intents, decisions);
    });
    return verdicts.slice(1);
  });
}

export const isInScope = ({ intents }: Pick<LabelledUtterance, 'intents'>): boolean => intents.length > 0;
