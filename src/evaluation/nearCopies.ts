// Texts that are near-copies of each other: their sets of words overlap almost wholly.

/** Two texts by their places in the list, with the overlap of their word sets. */
export interface NearCopy {
  readonly one: number;
  readonly other: number;
  /** Jaccard index: words in both over words in either, 0..1. */
  readonly likeness: number;
}

/**
 * Every pair of texts with a likeness of at least `least` (above 0). Two sets that are this alike share one of their few
 * rarest words (prefix filtering, Chaudhuri et al. 2006), so only texts that do are compared: a second for 15,000 texts.
 */
export function nearCopies(texts: readonly (readonly string[])[], least: number): NearCopy[] {
  const frequency = new Map<string, number>();
  const sets = texts.map((words) => new Set(words));
  for (const word of sets.flatMap((set) => [...set])) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const byRarity = (a: string, b: string) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1);

  const seen = new Map<string, number[]>();
  const pairs: NearCopy[] = [];
  sets.forEach((set, one) => {
    const rarest = [...set].sort(byRarity).slice(0, set.size - Math.ceil(least * set.size) + 1);
    for (const other of new Set(rarest.flatMap((word) => seen.get(word) ?? []))) {
      const likeness = jaccard(set, sets[other]!);
      if (likeness >= least) pairs.push({ one: other, other: one, likeness });
    }
    for (const word of rarest) {
      const holders = seen.get(word);
      if (holders) holders.push(one);
      else seen.set(word, [one]);
    }
  });
  return pairs;
}

/** 0..1; two empty sets have nothing in common. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  const either = one.size + other.size - shared;
  return either === 0 ? 0 : shared / either;
}

/**
 * Groups of texts that near-copies chain together, each with the places of its texts; union-find with path halving.
 * @param count of texts, those without a near-copy being groups of one
 */
export function groupsOf(count: number, pairs: readonly NearCopy[]): number[][] {
  const parents = Int32Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  for (const { one, other } of pairs) parents[rootOf(other)] = rootOf(one);
  const groups = new Map<number, number[]>();
  for (let at = 0; at < count; at++) {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group) group.push(at);
    else groups.set(root, [at]);
  }
  return [...groups.values()];
}
