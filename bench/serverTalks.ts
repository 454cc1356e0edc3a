// What people say under load: talks of 10 to 20 messages, every other of them through the guided advice. The questions are
// those that the matcher is developed on, the answers those of the personas: nobody's are the same as the next one's.
import { readFileSync } from 'node:fs';
import { readPersonas } from '../test/helpers/personas';

const SHORTEST = 10;
const LONGEST = 20;

/** What follows a result, and small talk: the same for all. */
const AFTER_ADVICE = ['show your reasoning', 'change my answer about pay', '2', 'send me a summary'];

const QUESTIONS = readFileSync('test/evaluation/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);
const PERSONAS = readPersonas();

/** @param number of the talk, 0 or more; one number is always the same talk */
export function talkOf(number: number): readonly string[] {
  const length = SHORTEST + ((number * 7) % (LONGEST - SHORTEST + 1));
  // Talks side by side begin far from each other.
  const asked = Array.from({ length }, (_, at) => QUESTIONS[(number * 37 + at) % QUESTIONS.length]!);
  if (number % 2 === 0) return ['hi', ...asked.slice(1)];
  const { opening, answers } = PERSONAS[((number - 1) / 2) % PERSONAS.length]!;
  const told = Object.values(answers).flat();
  // Some ask in between, once half of the questions are answered.
  const advised = [
    'help me choose',
    opening,
    ...told.slice(0, 5),
    asked[0]!,
    ...told.slice(5),
    ...AFTER_ADVICE,
  ];
  return [...advised, ...asked].slice(0, length);
}
