// From raw text to word tokens: the one place that decides what a word is.
import { RegexpTokenizer } from 'natural/lib/natural/tokenizers';

/** Longer messages are cut here: matching cost is bounded and a question fits easily. Characters. */
export const MAX_UTTERANCE_LENGTH = 1_000;

/** Short forms of phone typing, spelled out so that they meet the words of the phrasings. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['u', 'you'], ['ur', 'your'], ['r', 'are'], ['pls', 'please'], ['plz', 'please'], ['thx', 'thanks'], ['ty', 'thanks'],
  ['tysm', 'thanks'], ['wfh', 'work from home'], ['yr', 'year'], ['yrs', 'years'], ['hr', 'hour'], ['hrs', 'hours'],
  ['mo', 'month'], ['mos', 'months'], ['b4', 'before'], ['bc', 'because'], ['cuz', 'because'], ['w', 'with'], ['abt', 'about'],
  ['ppl', 'people'], ['wat', 'what'], ['wut', 'what'], ['wht', 'what'], ['hw', 'how'], ['diff', 'difference'], ['ed', 'education'],
  ['edu', 'education'], ['reqs', 'requirements'], ['req', 'requirements'], ['cert', 'certification'], ['certs', 'certifications'],
  ['hs', 'high school'], ['doc', 'doctor'], ['docs', 'doctors'], ['maths', 'math'], ['wanna', 'want to'], ['gonna', 'going to'],
  ['gotta', 'got to'], ['jus', 'just'], ['sry', 'sorry'], ['bout', 'about'], ['kinda', 'kind of'], ['dunno', 'do not know'], ['rn', 'right now'], ['vs', 'versus'], ['n', 'and'], ['k', 'ok'], ['okay', 'ok'],
]); // prettier-ignore

const WORD = new RegexpTokenizer({
  pattern: /(?:[$]?\d[\d,.]*\d|\d+)(?:k\b)?|[\p{L}]+(?:-[\p{L}]+)*|&/gu,
  gaps: false,
});

/**
 * Lower-case words of `text` in order, short forms spelled out. Apostrophes vanish ("what's" -> "whats"), hyphens part
 * words, punctuation is dropped. At most `longest` characters are read.
 */
export function tokenize(text: string, { longest = MAX_UTTERANCE_LENGTH } = {}): string[] {
  const plain = text
    .slice(0, longest)
    // Before NFKC, which makes a space and an accent of "´".
    .replace(/['’‘`´]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/-/g, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
  // natural returns null, against its type, where nothing matches.
  const words = (WORD.tokenize(plain) as string[] | null) ?? [];
  return words.flatMap((word) => (word === '&' ? ['and'] : (SHORT_FORMS.get(word)?.split(' ') ?? [word])));
}
