// Which words are no names of people: those of a dictionary, which holds none, and those of our subject.
import { createDictionary } from './english';

/** @param tokens of the texts of our subject */
export function createOrdinaryWords(tokens: readonly string[]): (word: string) => boolean {
  const ours = new Set(tokens);
  let dictionary: ReadonlySet<string> | undefined;
  const isKnown = (word: string): boolean => {
    // Few ever need it, and it takes some MB.
    dictionary ??= createDictionary();
    return ours.has(word) || dictionary.has(word);
  };
  return (word) => {
    const plain = word.replaceAll(/['’]/g, '');
    return isKnown(plain) || plain.split('-').every(isKnown);
  };
}
