// Which class is taken for which.

/** One utterance: its class, and the class it was given. */
export interface Outcome {
  readonly wanted: string;
  readonly got: string;
  readonly text: string;
}

export interface Confusion {
  readonly wanted: string;
  readonly got: string;
  /** The utterances, in their order. */
  readonly texts: readonly string[];
}

/** Every pair of classes that occurs, right ones too, most frequent first; ties stay in the order of the outcomes. */
export function confusionsOf(outcomes: readonly Outcome[]): Confusion[] {
  const pairs = new Map<string, { wanted: string; got: string; texts: string[] }>();
  for (const { wanted, got, text } of outcomes) {
    const key = JSON.stringify([wanted, got]);
    const pair = pairs.get(key);
    if (pair) pair.texts.push(text);
    else pairs.set(key, { wanted, got, texts: [text] });
  }
  return [...pairs.values()].sort((a, b) => b.texts.length - a.texts.length);
}

export const isMistake = ({ wanted, got }: Pick<Outcome, 'wanted' | 'got'>): boolean => wanted !== got;

/** More than these cannot be told apart in a picture. */
const MOST_CLASSES = 120;

/** Classes that take part in a mistake, most mistakes first: a matrix of all would be mostly empty. */
export function worstClasses(confusions: readonly Confusion[], most = MOST_CLASSES): string[] {
  const mistakes = new Map<string, number>();
  for (const { wanted, got, texts } of confusions.filter(isMistake)) {
    for (const name of [wanted, got]) mistakes.set(name, (mistakes.get(name) ?? 0) + texts.length);
  }
  return [...mistakes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name]) => name);
}
