// People as data, and how one of them talks with the bot: they answer what they are asked, in their own words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { parse } from 'yaml';
import { createReader, textOf, type Said } from './conversationReader';
import { realMatcher } from './trainedModel';

export interface Persona {
  readonly id: string;
  readonly who: string;
  readonly opening: string;
  /** By question; a list is what they say one after the other, such as a question of their own before the answer. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  readonly expect: {
    readonly role: string;
    readonly closeness: 'clear' | 'close' | 'too-little-known';
    readonly hurdles: readonly string[];
  };
}

export const readPersonas = (): readonly Persona[] =>
  parse(readFileSync(join(__dirname, '..', 'personas.yaml'), 'utf8')) as readonly Persona[];

/** Sends one message of the person. @returns the bot's messages in answer */
export type Say = (text: string) => Promise<readonly Partial<Activity>[]>;

export interface Turn {
  readonly said: string;
  readonly replies: readonly string[];
}

export interface Played {
  readonly turns: readonly Turn[];
  /** The questions that were put, in order, each once. */
  readonly asked: readonly string[];
  readonly role: string;
  readonly closeness: string;
  readonly hurdles: readonly string[];
}

const CLOSENESS: Readonly<Record<string, string>> = {
  advisedClear: 'clear',
  advisedClose: 'close',
  advisedLittleKnown: 'too-little-known',
};

/** Nobody answers for ever: eleven questions, some asked twice. */
const MOST_TURNS = 40;

/** @throws where the advice comes to no result, with the last thing that the bot said */
export async function play({ opening, answers }: Persona, say: Say): Promise<Played> {
  const read = createReader(realMatcher().knowledge);
  const left = new Map(Object.entries(answers).map(([question, texts]) => [question, [texts].flat()]));
  const turns: Turn[] = [];
  const asked = new Set<string>();
  let text = opening;
  while (turns.length < MOST_TURNS) {
    const messages = await say(text);
    turns.push({ said: text, replies: messages.map(textOf) });
    const heard = messages.map(read);
    const result = heard.find(({ is }) => is.some((id) => id.startsWith('recommendation:')));
    if (result) return { turns, asked: [...asked], ...outcomeOf(result) };
    const question = heard
      .flatMap(({ is }) => is)
      .findLast((id) => id.startsWith('question:'))
      ?.slice('question:'.length);
    if (question !== undefined) asked.add(question);
    if (heard.some(({ is }) => is.includes('clarify'))) {
      text = 'none of these';
      continue;
    }
    // What the bot says to an opening that it answers, or does not understand, is how to begin.
    const next =
      question === undefined && asked.size === 0 ? 'help me choose' : left.get(question ?? '')?.shift();
    if (next === undefined) throw new Error(`no answer to ${question}: ${turns.at(-1)?.replies.join('\n')}`);
    text = next;
  }
  throw new Error(`no result after ${MOST_TURNS} turns`);
}

function outcomeOf({ is, also }: Said): Pick<Played, 'role' | 'closeness' | 'hurdles'> {
  return {
    role: is.find((id) => id.startsWith('recommendation:'))?.slice('recommendation:'.length) ?? '',
    closeness: also.flatMap((word) => CLOSENESS[word] ?? [])[0] ?? '',
    hurdles: also.flatMap((word) => (word.startsWith('hurdle:') ? word.slice('hurdle:'.length) : [])),
  };
}
