// Reads a typed answer to a question of the guided advice: by number, by label, or in the person's own words.
import type { AnswerReading } from '../domain/adviceReading';
import type { Choosable, OptionId, Questionnaire } from '../domain/questionnaire';
import { tokenize } from './tokens';

type Choice = Choosable['options'][number];

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
/** Words that may stand around a number or an option without changing it. */
const AROUND = new Set(
  'the option number answer one i id say choose pick take go with think guess its is for me my please'.split(
    ' ',
  ),
);

/** Words of courtesy and fillers, which change no answer: "not too much please" is "not too much". */
const POLITE = new Set('please thanks ok um hmm well honestly really tbh lol sorry yet'.split(' '));

/** Turns around what it stands before: "I do not like math", "not in a hospital"; but not "I don't mind math". */
const NEGATED =
  /(?:^| )(?:(?:no|without|(?:anything|everything|all) but)(?: \S+)?|(?:not|never|dont|doesnt|didnt|cant|cannot|wont|wouldnt|isnt|arent)(?! (?:mind|care|only|just|stop)\b)(?: (?!(?:i|im|id|ill|and|but|so)\b)\S+){0,4})$/;

/** Turns around what it stands behind: "full time is not possible", "science no". */
const OUT_OF_QUESTION =
  /^(?:(?:is|are|was) (?:not|no|out|impossible)\b|(?:isnt|arent|wont|doesnt)\b|(?:not|no) ?$)/;

/** What may stand around "skip" without telling more than that. */
const AROUND_SKIP = new Set(
  'can could may we i id you like to rather would lets just want this that it one question part please the for now maybe go'.split(
    ' ',
  ),
);

/** How an option is said: its label and its synonyms in tokens, and the same without words of courtesy. */
interface Ways {
  readonly said: readonly string[];
  readonly bare: readonly string[];
}

/** Of an option that lives as long as the knowledge, once: each message is held against the options of a question. */
const knownWays = new WeakMap<Choice, Ways>();

const plain = (tokens: readonly string[]): string => tokens.filter((token) => !POLITE.has(token)).join(' ');

/** @param tokens the message, spelling mended */
export function readAnswer(
  { skip, why, wrong }: Pick<Questionnaire, 'skip' | 'why' | 'wrong'>,
  question: Choosable,
  tokens: readonly string[],
): AnswerReading | undefined {
  const said = tokens.join(' ');
  const bare = plain(tokens);
  const option =
    numbered(question, tokens) ??
    question.options.find((each) => waysOf(each).said.includes(said)) ??
    question.options.find((each) => bare !== '' && waysOf(each).bare.includes(bare));
  if (option) return { kind: 'option', option: option.id, in: 'message' };
  if (skip.includes(said) || skip.includes(bare)) return { kind: 'skip' };
  if (why.includes(said) || why.includes(bare)) return { kind: 'why' };
  if (wrong.includes(said) || wrong.includes(bare)) return { kind: 'wrong' };
  if (isPoliteSkip(tokens)) return { kind: 'skip' };
  const contained = containedIn(question, said);
  return contained === undefined ? undefined : { kind: 'option', option: contained, in: 'words' };
}

/** "Could we maybe skip that one"; but not "don't skip it", nor "skip, I have a GED". */
const isPoliteSkip = (tokens: readonly string[]): boolean =>
  tokens.includes('skip') && tokens.every((token) => token === 'skip' || AROUND_SKIP.has(token));

/** In tokens: labels are written for reading, synonyms are tokens already. */
export const waysToSay = (option: Choice): readonly string[] => waysOf(option).said;

function waysOf(option: Choice): Ways {
  const known = knownWays.get(option);
  if (known) return known;
  const said = [tokenize(option.label).join(' '), ...option.synonyms];
  const ways = { said, bare: said.map((way) => plain(way.split(' '))) };
  knownWays.set(option, ways);
  return ways;
}

function numbered({ options }: Choosable, tokens: readonly string[]): Choice | undefined {
  const telling = tokens.filter((token) => !AROUND.has(token));
  const [only] = telling.length > 0 ? telling : tokens;
  if (only === undefined || telling.length > 1) return undefined;
  if (only === 'last') return options.at(-1);
  const place = /^\d\d?$/.test(only) ? Number(only) - 1 : ORDINALS.indexOf(only);
  return options[place];
}

/** Whether the words name the option only to deny it: "I do not like math". */
export function isDenied(option: Choice, tokens: readonly string[]): boolean {
  const said = tokens.join(' ');
  const named = waysToSay(option).filter((phrase) => ` ${said} `.includes(` ${phrase} `));
  return named.length > 0 && !named.some((phrase) => isSaid(phrase, said));
}

/** Whether the phrase stands in what is said, and nothing before or after it turns it around. */
function isSaid(phrase: string, said: string): boolean {
  if (!said.includes(phrase)) return false;
  const parts = ` ${said} `.split(` ${phrase} `);
  return parts
    .slice(0, -1)
    .some((before, at) => !NEGATED.test(before) && !OUT_OF_QUESTION.test(parts[at + 1]!));
}

/** The option of the longest phrase found in the message; none where two options are named equally. */
function containedIn({ options }: Choosable, said: string): OptionId | undefined {
  const found = options
    .map((option) => {
      const lengths = waysToSay(option).map((phrase) => (isSaid(phrase, said) ? phrase.length : 0));
      return { option, length: Math.max(...lengths) };
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return found.length > 1 && found[0]!.length === found[1]!.length ? undefined : found[0]?.option.id;
}
