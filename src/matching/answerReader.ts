// Reads a typed answer to a question of the guided advice: by number, by label, or in the person's own words.
import type { AnswerReading, Option, Question, Questionnaire } from '../domain/questionnaire';
import { tokenize } from './tokens';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
/** Words that may stand around a number or an option without changing it. */
const AROUND = new Set(
  'the option number answer one i id say choose pick take go with think guess its is for me my please'.split(
    ' ',
  ),
);

/** Words of courtesy, which change no answer: "not too much please" is "not too much". */
const POLITE = new Set('please thanks ok um hmm'.split(' '));

const plain = (tokens: readonly string[]): string => tokens.filter((token) => !POLITE.has(token)).join(' ');

/** @param tokens the message, spelling mended */
export function readAnswer(
  { skip, why }: Questionnaire,
  question: Question,
  tokens: readonly string[],
): AnswerReading | undefined {
  const said = tokens.join(' ');
  const option =
    numbered(question, tokens) ??
    question.options.find((each) => waysToSay(each).includes(said)) ??
    question.options.find((each) => waysToSay(each).some((way) => plain(way.split(' ')) === plain(tokens)));
  if (option) return { kind: 'option', option, exact: true };
  if (skip.includes(said)) return { kind: 'skip' };
  if (why.includes(said)) return { kind: 'why' };
  const contained = containedIn(question, said);
  return contained && { kind: 'option', option: contained, exact: false };
}

/** Labels are written for reading, synonyms are tokens already. */
const waysToSay = ({ label, synonyms }: Option): string[] => [tokenize(label).join(' '), ...synonyms];

function numbered({ options }: Question, tokens: readonly string[]): Option | undefined {
  const telling = tokens.filter((token) => !AROUND.has(token));
  const [only] = telling.length > 0 ? telling : tokens;
  if (only === undefined || telling.length > 1) return undefined;
  if (only === 'last') return options.at(-1);
  const place = /^\d$/.test(only) ? Number(only) - 1 : ORDINALS.indexOf(only);
  return options[place];
}

/** The option of the longest phrase found in the message; none where two options are named equally. */
function containedIn({ options }: Question, said: string): Option | undefined {
  const found = options
    .map((option) => {
      const lengths = waysToSay(option).map((phrase) =>
        ` ${said} `.includes(` ${phrase} `) ? phrase.length : 0,
      );
      return { option, length: Math.max(...lengths) };
    })
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return found.length > 1 && found[0]!.length === found[1]!.length ? undefined : found[0]?.option;
}
