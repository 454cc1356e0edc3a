// Remembers what was last computed, for what is asked for again soon.

/**
 * `compute`, which for the last `most` lists of words gives again what it gave; all of it must be left as it is.
 * @param most 1 or more
 */
export function rememberLast<T extends object>(
  most: number,
  compute: (words: readonly string[]) => T,
): (words: readonly string[]) => T {
  const known = new Map<string, T>();
  return (words) => {
    const key = words.join(' ');
    const before = known.get(key);
    if (before) return before;
    const value = compute(words);
    // A map keeps the order in which its entries came.
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, value);
    return value;
  };
}
