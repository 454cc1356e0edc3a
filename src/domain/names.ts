// Takes names in plain words out of a text, as far as its form gives them away: how they are brought up, or a capital in the
// middle of a sentence. A name in small letters that nothing brings up stays.

/** Whether a word, in small letters, is an ordinary one or one of our subject. */
export type IsOrdinary = (word: string) => boolean;

interface Word {
  readonly text: string;
  readonly lower: string;
  /** What stands between it and the word before; `null` before the first. */
  readonly gap: string | null;
  readonly isCapital: boolean;
  readonly isOrdinary: boolean;
  readonly at: number;
}

const WORD = /\p{L}[\p{L}'’-]*/gu;
const POSSESSIVE = /['’]s?$/;
/** "CPC", "EMTs" and "I'm" are no names. */
const CAPITAL = /^(?:\p{Lu}\p{Ll}|\p{Lu}['’]\p{Lu}\p{Ll}|\p{Lu}{6})/u;
const SENTENCE_END = /[.!?:;\n]/;

/** Whatever comes next is a name: "my name is jane smith". */
const BRINGS_NAME =
  /\b(?:my (?:full |first |last |real )?name(?: is|['’]?s)|named|name's|surname is|i am called|i['’]?m called)$/i;
/** What comes next is a name where it looks like one: "I'm Grace", "this is priya, ...". */
const MAY_BRING_NAME =
  /\b(?:i am|i['’]?m|this is|call me|it['’]?s me|signed|thanks|thank you|regards|cheers|sincerely|yours|- ?)$/i;
const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'prof']);
/** Of whom people speak by name. */
const RELATION =
  /\b(?:doctor|professor|nurse|miss|aunt|uncle|(?:my|our|his|her) (?:son|daughter|husband|wife|partner|boyfriend|girlfriend|friend|brother|sister|cousin|boss|manager|teacher|instructor|coworker|colleague|neighbor|mother|father|mom|dad))$/i;
/** No name begins so, and none goes on so. */
const ENDS_NAME = new Set(
  'a also am an and are at but by can could do does for from have here how i if im in is it my not of on or please should so that the this to want was what when where which who why will with would you'.split(
    ' ',
  ),
);
/** Follows a name in small letters: "im jane and ..." */
const AFTER_NAME = new Set(['and', 'from', 'here']);
/** Share of the words, from which on capitals mean nothing, as in A Heading of Some Length. */
const MOST_CAPITALS = 0.6;

/** @param names that the channel tells, as of the person and of whom they mention */
export function withoutNames(text: string, isOrdinary: IsOrdinary, names: readonly string[] = []): string {
  const words = wordsOf(text, isOrdinary);
  const told = new Set(names.flatMap((name) => wordsOf(name, isOrdinary).map(({ lower }) => lower)));
  const capitals = words.filter(({ isCapital }) => isCapital).length;
  const hasCase = words.length < 4 || capitals / words.length < MOST_CAPITALS;
  const marked = new Set<number>();
  words.forEach((word, at) => {
    const standsOut = word.isCapital && !startsSentence(word);
    if (told.has(word.lower) && (standsOut || !word.isOrdinary)) marked.add(at);
    const sign = signOf(words, at, text, hasCase);
    if (sign !== 'none') markName(words, at, hasCase, sign, marked);
  });
  return replaced(text, words, marked);
}

function wordsOf(text: string, isOrdinary: IsOrdinary): Word[] {
  let end: number | undefined;
  return [...text.matchAll(WORD)].map(({ 0: word, index: at }) => {
    const plain = word.replace(POSSESSIVE, '');
    const lower = plain.toLowerCase();
    const gap = end === undefined ? null : text.slice(end, at);
    end = at + word.length;
    return { text: word, lower, gap, isCapital: CAPITAL.test(plain), isOrdinary: isOrdinary(lower), at };
  });
}

const startsSentence = ({ gap }: Word): boolean => gap === null || SENTENCE_END.test(gap);

type Sign = 'sure' | 'likely' | 'none';

function signOf(words: readonly Word[], at: number, text: string, hasCase: boolean): Sign {
  const word = words[at]!;
  const next = words[at + 1];
  const looksLikeOne = hasCase && word.isCapital;
  const startsHere = startsSentence(word);
  if (TITLES.has(word.lower) || (ENDS_NAME.has(word.lower) && (!looksLikeOne || startsHere))) return 'none';
  const before = text.slice(0, word.at).replace(/[\s,.]+$/, '');
  if (BRINGS_NAME.test(before)) return 'sure';
  if (TITLES.has(words[at - 1]?.lower ?? '')) return 'likely';
  if (looksLikeOne && (RELATION.test(before) || next?.lower === 'here')) return 'likely';
  if (MAY_BRING_NAME.test(before) && !/[.!?]/.test(word.gap ?? '')) {
    const isLast = next === undefined || AFTER_NAME.has(next.lower) || /^\s*[,.!?]/.test(next.gap ?? '');
    if (looksLikeOne || (isLast && !word.isOrdinary)) return 'likely';
  }
  if (!word.isCapital || word.isOrdinary) return 'none';
  return !startsHere || (hasCase && next?.gap === ' ' && next.isCapital) ? 'likely' : 'none';
}

/** The word and what goes on from it: a second name, or a first one before it. */
function markName(
  words: readonly Word[],
  at: number,
  hasCase: boolean,
  sign: Sign,
  marked: Set<number>,
): void {
  marked.add(at);
  const next = words[at + 1];
  const goesOn =
    next?.gap === ' ' && (next.isCapital ? hasCase : sign === 'sure' && !ENDS_NAME.has(next.lower));
  if (goesOn) marked.add(at + 1);
  const before = words[at - 1];
  if (hasCase && words[at]!.gap === ' ' && before?.isCapital && !startsSentence(before)) marked.add(at - 1);
}

function replaced(text: string, words: readonly Word[], marked: ReadonlySet<number>): string {
  let result = '';
  let end = 0;
  words.forEach((word, at) => {
    if (!marked.has(at)) return;
    const goesOn = marked.has(at - 1) && word.gap === ' ';
    result += goesOn ? '' : `${text.slice(end, word.at)}[name]`;
    end = word.at + word.text.length;
  });
  return result + text.slice(end);
}
