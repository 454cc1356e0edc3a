// Which classes come first: the best by linear score, put in order anew by likeness of meaning.

/** A class by its number, with its score. */
export interface Ranked {
  readonly k: number;
  /** Raw and unbounded. */
  readonly score: number;
}

/** What full likeness of meaning adds to a score. Chosen on development splits (DESIGN.md, "Matching"). */
const LIKENESS_WEIGHT = 2;

/**
 * The `count` best by linear score, best first by score and likeness; ties by number, so that results are stable. Others
 * have no chance, and comparing phrasings takes time.
 * @param scores raw and unbounded; class k has the score k
 * @param likeness of the text to class k, -1..1
 * @param count at least 1
 */
export function rankCandidates(
  scores: Float64Array,
  likeness: (k: number) => number,
  count: number,
): Ranked[] {
  return highest(scores, count)
    .map((k) => ({ k, score: scores[k]! + LIKENESS_WEIGHT * likeness(k) }))
    .sort((a, b) => b.score - a.score || a.k - b.k);
}

/** The numbers of the highest scores; one pass, for there may be thousands. */
function highest(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let k = 0; k < scores.length; k++) {
    if (best.length === count && scores[k]! <= scores[best.at(-1)!]!) continue;
    let at = best.length === count ? count - 1 : best.length;
    for (; at > 0 && scores[best[at - 1]!]! < scores[k]!; at--) best[at] = best[at - 1]!;
    best[at] = k;
  }
  return best;
}
