// What a reply is worth against its label, and the sums over many: pure, so that the measure itself is tested.
import type { Decision } from '../domain/decision';

export type Verdict = 'right' | 'offered' | 'wrong' | 'silent';

/** One label stands for both: asking which role fits begins the guided advice. */
const SAME: Readonly<Record<string, string>> = { 'both.right-for-me': 'advice.start' };
const canonical = (id: string): string => SAME[id] ?? id;

/**
 * The verdict on an utterance with labels: right where every label was answered, offered where a "did you mean" holds
 * one of them, wrong where something else was answered, silent else. Without labels, right is neither answer nor offer.
 */
export function verdictOf(labels: readonly string[], decisions: readonly Decision[]): Verdict {
  const answered = answeredIds(decisions).map(canonical);
  const offered = decisions.flatMap((d) => (d.kind === 'clarify' ? d.offers : [])).map(canonical);
  const wanted = labels.map(canonical);
  if (wanted.length === 0) return answered.length > 0 ? 'wrong' : offered.length > 0 ? 'offered' : 'right';
  if (wanted.every((id) => answered.includes(id))) return 'right';
  if (answered.length > 0) return 'wrong';
  return offered.some((id) => wanted.includes(id)) ? 'offered' : 'silent';
}

export function answeredIds(decisions: readonly Decision[]): string[] {
  return decisions.flatMap((decision): readonly string[] => {
    if (decision.kind === 'answer') return decision.ids;
    return decision.kind === 'chat' || decision.kind === 'command' ? [decision.id] : [];
  });
}

/** Shares of the verdicts, each 0..1, with their number. */
export function sharesOf(verdicts: readonly Verdict[]): Readonly<Record<Verdict | 'count', number>> {
  const share = (verdict: Verdict) =>
    verdicts.filter((each) => each === verdict).length / Math.max(1, verdicts.length);
  return {
    count: verdicts.length,
    right: share('right'),
    offered: share('offered'),
    wrong: share('wrong'),
    silent: share('silent'),
  };
}
