// What a turn came to, for the log, the Emulator's trace and the command line. Never holds the person's words.
import type { Decision } from './decision';
import type { ChatId, FaqId } from './faq';
import type { Reading } from './recognition';

export interface Candidate {
  readonly intent: FaqId | ChatId;
  /** 0..1. */
  readonly confidence: number;
}

export interface TurnReport {
  readonly decision: 'answer' | 'clarify' | 'fallback' | 'chat' | 'command';
  /** Ids of what was answered or carried out. */
  readonly intents: readonly (FaqId | ChatId)[];
  /** Confidence of what was done; of the best candidate where nothing was. 0..1. */
  readonly confidence: number;
  /** At most MAX_CANDIDATES, best first; what was offered comes first where the bot asked back. */
  readonly candidates: readonly Candidate[];
}

export const MAX_CANDIDATES = 5;

/** The report of a turn that decided `decisions`, one for each of `readings`. */
export function reportOf(readings: readonly Reading[], decisions: readonly Decision[]): TurnReport {
  const matches = readings.flatMap((reading) => reading.matches).sort((a, b) => b.confidence - a.confidence);
  const found = matches.flatMap(({ ids, confidence }) => ids.map((intent) => ({ intent, confidence })));
  const offered = decisions.flatMap((decision) => (decision.kind === 'clarify' ? decision.offers : []));
  const isOffered = ({ intent }: Candidate) => offered.some((id) => id === intent);
  const candidates = [...found.filter(isOffered), ...found.filter((candidate) => !isOffered(candidate))];
  const intents = decisions.flatMap((decision): readonly (FaqId | ChatId)[] => {
    if (decision.kind === 'answer') return decision.ids;
    return decision.kind === 'chat' || decision.kind === 'command' ? [decision.id] : [];
  });
  return {
    decision: kindOf(decisions),
    intents,
    confidence: matches[0]?.confidence ?? 0,
    candidates: candidates.slice(0, MAX_CANDIDATES),
  };
}

/** One word for the turn: an answer among several outcomes makes it an answer. */
function kindOf(decisions: readonly Decision[]): TurnReport['decision'] {
  const kinds = decisions.map(({ kind }) => (kind === 'uncovered' ? 'fallback' : kind));
  return (
    (['answer', 'command', 'chat', 'clarify'] as const).find((kind) => kinds.includes(kind)) ?? 'fallback'
  );
}
