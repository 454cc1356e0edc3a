// Labelled utterances for measuring, read from JSON lines.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../errors';
import type {
  LabelledConversation,
  LabelledStatement,
  LabelledText,
  LabelledUtterance,
} from '../evaluation/labelled';

const utterance: z.ZodType<LabelledUtterance> = z.object({
  text: z.string(),
  intents: z.array(z.string()),
  kind: z.string().default('all'),
});
const conversation: z.ZodType<LabelledConversation> = z.object({ turns: z.array(utterance) });
const statement: z.ZodType<LabelledStatement> = z.object({
  text: z.string(),
  asked: z.string().nullable(),
  means: z.record(z.string(), z.string()),
});
const text: z.ZodType<LabelledText> = z.object({ text: z.string().min(1), intent: z.string().min(1) });

/** @throws ConfigError of one line that names the file and the line that is not as it should be */
export const readUtterances = (file: string): LabelledUtterance[] => readLines(file, utterance);
/** Empty where the split has no such file. */
export const readConversations = (file: string): LabelledConversation[] =>
  existsSync(file) ? readLines(file, conversation) : [];
/** Empty where the split has no such file. */
export const readStatements = (file: string): LabelledStatement[] =>
  existsSync(file) ? readLines(file, statement) : [];
/** Never empty. */
export function readTexts(file: string): LabelledText[] {
  const texts = readLines(file, text);
  if (texts.length > 0) return texts;
  throw new ConfigError(`${file} holds no line: give lines {"text": "...", "intent": "..."}`);
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return contentsOf(file)
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const parsed = schema.safeParse(parseJson(line, `${file}:${at + 1}`));
      if (parsed.success) return [parsed.data];
      const { path, message } = parsed.error.issues[0]!;
      throw new ConfigError(`${file}:${at + 1}: ${path.length > 0 ? `"${path.join('.')}": ` : ''}${message}`);
    });
}

function contentsOf(file: string): string {
  try {
    // Some editors begin a file with a byte order mark, which is no JSON.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ConfigError(`${place}: not a line of JSON`);
  }
}
