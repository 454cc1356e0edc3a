// How many times likelier features are in the texts of an entry than in all texts, after naive Bayes.

/** A text's features, and the number of the entry that it asks for; undefined where it asks for none. */
export interface FeatureText {
  readonly entry: number | undefined;
  readonly features: ReadonlySet<string>;
}

/**
 * For each entry the log of the lift of all these features together: 0 where they tell nothing, below 0 where its texts
 * lack them. Features in no text count nothing.
 */
export type LiftsOf = (features: Iterable<string>) => Float64Array;

/** Share of an entry's figures that comes from its whole topic, 0..1: "pay" is learned from all roles together. */
const POOLED = 0.5;
/** Added to every lift, so that a word which no phrasing happens to have does not rule an entry out. */
const SMOOTHING = 0.5;

/** The entries that have a feature, and what it adds to their log of the lift beside an entry that lacks it. */
interface Posting {
  readonly entries: Uint32Array;
  readonly gains: Float32Array;
}

/**
 * @param topics of each entry, by number
 * @param own features by which entries of one topic differ: none of their figures comes from the topic
 */
export function createLifts(
  texts: readonly FeatureText[],
  topics: readonly string[],
  own: ReadonlySet<string>,
): LiftsOf {
  const membersOf = new Map<string, number[]>(topics.map((topic) => [topic, []]));
  topics.forEach((topic, entry) => membersOf.get(topic)!.push(entry));
  const textsOf = new Float64Array(topics.length);
  for (const { entry } of texts) if (entry !== undefined) textsOf[entry]!++;
  // Apart, for a function that reads `texts` itself would keep all of them.
  const textCount = texts.length;

  const postingOf = (feature: string, { total, uses }: Usage): Posting => {
    const pooled = own.has(feature) ? 0 : POOLED;
    const gains = new Map<number, number>();
    for (const topic of new Set([...uses.keys()].map((entry) => topics[entry]!))) {
      const members = membersOf.get(topic)!;
      const sumOf = (figure: (entry: number) => number) => members.reduce((sum, e) => sum + figure(e), 0);
      const topicShare = sumOf((entry) => uses.get(entry) ?? 0) / sumOf((entry) => textsOf[entry]!);
      for (const entry of members) {
        const share = (uses.get(entry) ?? 0) / (textsOf[entry]! || 1);
        const lift = ((1 - pooled) * share + pooled * topicShare) / (total / textCount);
        gains.set(entry, Math.log((lift + SMOOTHING) / SMOOTHING));
      }
    }
    return { entries: Uint32Array.from(gains.keys()), gains: Float32Array.from(gains.values()) };
  };
  const postings = new Map(
    [...countUses(texts)].map(([feature, usage]) => [feature, postingOf(feature, usage)]),
  );
  const withoutIt = Math.log(SMOOTHING / (1 + SMOOTHING));

  return (features) => {
    const known = [...features].flatMap((feature) => postings.get(feature) ?? []);
    const lifts = new Float64Array(topics.length).fill(known.length * withoutIt);
    for (const { entries, gains } of known)
      for (let at = 0; at < entries.length; at++) lifts[entries[at]!]! += gains[at]!;
    return lifts;
  };
}

/** Texts that have a feature: of all, and of each entry. */
interface Usage {
  total: number;
  readonly uses: Map<number, number>;
}

function countUses(texts: readonly FeatureText[]): Map<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const { entry, features } of texts) {
    for (const feature of features) {
      let of = usage.get(feature);
      if (!of) usage.set(feature, (of = { total: 0, uses: new Map() }));
      of.total++;
      if (entry !== undefined) of.uses.set(entry, (of.uses.get(entry) ?? 0) + 1);
    }
  }
  return usage;
}
