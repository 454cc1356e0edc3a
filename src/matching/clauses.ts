// Cuts a message into the clauses of which each may tell one thing: people tell several in one breath.

/** Ends of sentences, kept with the sentence, for "?" says that it asks. */
const SENTENCE = /[^.!?;\n]+(?:\.\d[^.!?;\n]*)*[.!?;\n]*/g;
/**
 * Between two things told; never inside a figure such as 45,000, nor after the "and" of "and so does biology". The
 * look-behind lets a run of spaces be tried once and not from each of its spaces, which took seconds where there were many.
 */
const SEAM =
  /,(?!\d)|(?<!\s)\s+(?:-+|–|—|&|\+)\s+|\b(?:(?<!\b(?:anything|everything|all)\s)but|and(?!\s+\$?\d)|though|tho|although|because|cause|cuz|bc|since|plus|also|however|(?<!\band\s)so|then|while|yet)\b/i;
/** Clauses of a sentence at most: each is matched by itself, and a list of hundreds would take seconds. */
const MOST_CLAUSES = 12;
/** What opens a question, as its first word. */
const QUESTION_OPENERS = new Set(
  'what whats how hows do does did is are am can could should will would which where when why who whos'.split(
    ' ',
  ),
);

/** What leaves out "I" and opens like a question: "can work nights", "would love that", "do not like math". */
const TELLS =
  /^\W*(?:can|could|will|would|should|do|did)\s+(?:not|never|only|just|also|probably|work|do|start|study|take|go|be|have|love|like|prefer|rather|want|need)\b/i;

/**
 * What opens a question in the middle of a sentence: a verb before its subject, or a question word before a verb or a
 * measure. Less would take "and can study full time" or "how the body works" for questions.
 */
const ASKS_LATER =
  /^\W*(?:(?:is|are|r|do|does|did|can|could|should|will|would)\s+(?:i|u|you|we|they|he|she|it|that|this|there|the|an?|my|your|ppl|people|billers?|coders?|billing|coding|medical)|(?:what|whats|wats?|how|hows|why)\s+(?:is|are|r|do|does|did|can|could|should|would|will|much|many|long|hard|it|that))\b/i;

export interface Clause {
  readonly text: string;
  /** Put as a question, or part of one. */
  readonly asks: boolean;
}

/**
 * The sentences of the message. One that tells something before it asks ("I have a GED, what can I do?") is two.
 * Cut at "." only where no digit follows, so that "22.50" stays together.
 */
export function sentencesOf(text: string): Clause[] {
  return (text.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter(hasWords)
    .flatMap(toldThenAsked);
}

function toldThenAsked(sentence: string): Clause[] {
  const clauses = clausesOf(sentence);
  const at = clauses.findIndex((clause, place) =>
    place === 0 ? opensQuestion(clause) : ASKS_LATER.test(clause),
  );
  if (at <= 0) return [{ text: sentence, asks: at === 0 || sentence.includes('?') }];
  return [
    { text: clauses.slice(0, at).join(', '), asks: false },
    { text: clauses.slice(at).join(', '), asks: true },
  ];
}

/** The first clauses of a sentence, in order; one that cannot be cut is its own only clause. */
export const clausesOf = (sentence: string): string[] =>
  sentence
    .split(SEAM)
    .map((clause) => clause.trim())
    .filter(hasWords)
    .slice(0, MOST_CLAUSES);

function opensQuestion(clause: string): boolean {
  const [first = ''] = /[\p{L}\d]+/u.exec(clause.toLowerCase().replaceAll(/['’]/g, '')) ?? [];
  return QUESTION_OPENERS.has(first) && !TELLS.test(clause);
}

/** Who a sentence may be about that is not its speaker; as its first words. */
const OTHERS =
  /^\W*(?:(?:and|but|so|well|also)\W+)?(?:he|she|they|people|everyone|someone|(?:my|the|a|our|his|her)\s+(?:\w+\s+)?(?:husband|wife|spouse|partner|boyfriend|girlfriend|mom|mother|dad|father|parents|sister|brother|sisters|brothers|son|daughter|kids?|child|children|cousin|aunt|uncle|niece|nephew|friends?|neighbou?r|boss|coworkers?|teacher|counselor|grandma|grandpa|roommate|inlaws?))\b/i;

/** Whether the sentence speaks of somebody else first, so that its words may not be about the speaker. */
export const isOfOthers = (sentence: string): boolean => OTHERS.test(sentence);

/** The speaker, as a sentence about others may name them. */
const SPEAKER = /\b(?:i|im|ive|id|ill|me|us|we)\b/i;

/** Whether it speaks of nobody else beside: "my sister works nights", but not "my kids call me relentless". */
export const isOnlyOfOthers = (sentence: string): boolean => isOfOthers(sentence) && !SPEAKER.test(sentence);

const hasWords = (text: string): boolean => /[\p{L}\d]/u.test(text);
