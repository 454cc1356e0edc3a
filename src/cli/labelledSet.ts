// Labelled utterances for measuring, read from JSON lines.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../errors';

const utterance = z.object({
  text: z.string(),
  /** Ids that answer it; empty where "I don't know" is right. */
  intents: z.array(z.string()),
  kind: z.string().default('all'),
});
const conversation = z.object({ turns: z.array(utterance) });

export type LabelledUtterance = z.infer<typeof utterance>;
export type LabelledConversation = z.infer<typeof conversation>;

/** @throws ConfigError naming the file and the line that is not as it should be */
export const readUtterances = (file: string): LabelledUtterance[] => readLines(file, utterance);
export const readConversations = (file: string): LabelledConversation[] => readLines(file, conversation);

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new ConfigError(`${file}:${at + 1} is not a labelled utterance: ${(error as Error).message}`);
    }
  });
}
