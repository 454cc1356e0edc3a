// Transcripts: conversations as an author reads them, played against the real bot. In test/transcripts/*.txt a line is
// `# title` of a conversation, `> what the person says`, or `< what one message of the bot must be`, in ids.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Conversation, Turn } from './conversation';
import type { Said } from './conversationReader';

const TRANSCRIPTS = join(__dirname, '..', 'transcripts');
const DEV_SET = join(__dirname, '..', 'evaluation', 'dev.jsonl');

export interface Exchange {
  readonly line: number;
  /** What the person says; a word in braces stands for an utterance found when the transcript is played. */
  readonly text: string;
  /** What each message of the bot must be. */
  readonly replies: readonly (readonly string[])[];
}

export interface Transcript {
  readonly title: string;
  readonly exchanges: readonly Exchange[];
}

/** @throws where a line is none of title, `>`, `<` and empty, so that no line goes unchecked */
export function parseTranscripts(text: string): Transcript[] {
  const transcripts: { title: string; exchanges: (Exchange & { replies: string[][] })[] }[] = [];
  text.split('\n').forEach((raw, at) => {
    const [, sign, rest] = /^([#<>]) (.+)$/.exec(raw.trim()) ?? [];
    const current = transcripts.at(-1);
    if (raw.trim() === '') return;
    if (sign === '#' && rest) transcripts.push({ title: rest, exchanges: [] });
    else if (sign === '>' && rest && current)
      current.exchanges.push({ line: at + 1, text: rest, replies: [] });
    else if (sign === '<' && rest && current?.exchanges.length)
      current.exchanges.at(-1)!.replies.push(rest.split(/[\s,]+/));
    else throw new Error(`line ${at + 1} is no line of a transcript: ${raw}`);
  });
  return transcripts;
}

export const transcriptFiles = (): { readonly name: string; readonly transcripts: Transcript[] }[] =>
  readdirSync(TRANSCRIPTS)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, transcripts: parseTranscripts(readFileSync(join(TRANSCRIPTS, name), 'utf8')) }));

/**
 * Plays one transcript to its end.
 * @returns the transcript with, for each reply that is not as written, what the bot said in its place
 */
export async function play(
  { exchanges }: Transcript,
  conversation: Conversation,
): Promise<readonly Exchange[]> {
  const played: Exchange[] = [];
  let offers: readonly string[] = [];
  for (const { line, text, replies } of exchanges) {
    const utterance = await utteranceFor(text, conversation);
    const { said } = await conversation.say(utterance);
    const wanted = replies.map((reply) => reply.map((word) => offered(word, offers)));
    offers = said.find(({ is }) => is.includes('clarify'))?.also ?? offers;
    const heard = said.map((message, at) => {
      const agrees = wanted[at] !== undefined && fits(message, wanted[at]);
      return agrees ? replies[at]! : [...message.is, ...message.also];
    });
    played.push({ line, text, replies: heard });
  }
  return played;
}

/** Every word is true of the message, and nothing that the message is goes unsaid. */
const fits = ({ is, also }: Said, words: readonly string[]): boolean =>
  words.every((word) => is.includes(word) || also.includes(word)) && is.every((word) => words.includes(word));

/** `offer:2` is what was offered second in the last "did you mean". */
function offered(word: string, offers: readonly string[]): string {
  const [, place] = /^offer:(\d)$/.exec(word) ?? [];
  return place === undefined ? word : (offers[Number(place) - 1] ?? word);
}

/** Where wording may drift from being sure to being unsure, the utterance is looked for by what the bot makes of it. */
const PLACEHOLDERS: Readonly<Record<string, (turn: Turn, text: string) => boolean>> = {
  // Put as a question, so that it cannot pass for an answer to one of ours.
  '{unclear}': ({ said, report }, text) =>
    report?.decision === 'clarify' &&
    text.endsWith('?') &&
    said.some(
      ({ is, also }) => is.includes('clarify') && also.length > 1 && !also.includes('both.right-for-me'),
    ),
  '{unknown}': ({ ids, report }) => report?.decision === 'fallback' && ids[0] === 'fallback',
  '{no answer}': ({ ids, report }) => ids[0] === 'notAnOption' && report?.intents.length === 0,
};

/** What stood for a placeholder last is likely to do so again. */
const found = new Map<string, string>();

/** The text itself, or an utterance that fits the placeholder at this point of the conversation. */
export async function utteranceFor(text: string, conversation: Conversation): Promise<string> {
  const isMeant = PLACEHOLDERS[text];
  if (!isMeant) return text;
  const likely = found.get(text);
  for (const candidate of [...(likely === undefined ? [] : [likely]), ...heldOut()]) {
    if (!isMeant(await conversation.fork().say(candidate), candidate)) continue;
    found.set(text, candidate);
    return candidate;
  }
  throw new Error(`no utterance of ${DEV_SET} stands for ${text} here`);
}

/** Utterances that the matcher did not learn from. */
const heldOut = (): string[] =>
  readFileSync(DEV_SET, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
