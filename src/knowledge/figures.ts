// The numbers of a text against those of the facts it rests on: a figure nobody can source is not said.

interface Sourced {
  readonly claim: string;
  readonly asOf: string;
}

/**
 * Numbers in `text` that stand in none of the facts named, as a reader sees them: "$16", "6,000" and "7%" hold 16, 6000
 * and 7. Ids that `facts` lacks count as saying nothing.
 */
export function unsourcedNumbers(
  text: string,
  ids: readonly string[],
  facts: Readonly<Record<string, Sourced>>,
): string[] {
  const sourced = new Set(
    ids.flatMap((id) => numbersOf(`${facts[id]?.claim ?? ''} ${facts[id]?.asOf ?? ''}`)),
  );
  return numbersOf(text).filter((number) => !sourced.has(number));
}

const numbersOf = (text: string): string[] =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => number.replace(/,/g, ''));
