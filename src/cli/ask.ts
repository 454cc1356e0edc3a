// `npm run ask`: a chat with the bot in the terminal, or answers to JSON lines for whoever measures it.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { TurnReport } from '../domain/turnReport';
import { textOfAll, type LocalAdapter } from './localAdapter';
import { openAdvisor } from './openAdvisor';
import { runCommand } from './runCommand';

const USAGE = `npm run ask                        chat in the terminal; "exit" or Ctrl+D leaves
npm run ask -- --explain           shows what was recognised and decided
npm run --silent ask -- --jsonl    reads lines {"text", "conversation"?}, writes a line of JSON for each`;

const lineSchema = z.object({ text: z.string(), conversation: z.string().min(1).optional() });

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      explain: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  let report: TurnReport | undefined;
  const adapter = openAdvisor((told) => (report = told));
  return values.jsonl
    ? answerLines(adapter, () => report)
    : chat(adapter, values.explain ? () => report : undefined);
}

async function chat(
  adapter: LocalAdapter,
  explain: (() => TurnReport | undefined) | undefined,
): Promise<number> {
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '\nYou: ' });
  console.log('Ask about careers in medical billing and coding. "help" tells more, "exit" leaves.');
  input.prompt();
  for await (const line of input) {
    if (line.trim() === 'exit') break;
    const messages = await adapter.say('terminal', line);
    for (const { text, suggestedActions } of messages) {
      console.log(`\nBot: ${text}`);
      const related = suggestedActions?.actions.map(({ title }) => title) ?? [];
      if (related.length > 0) console.log(`     You could also ask: ${related.join(' · ')}`);
    }
    const report = explain?.();
    if (report) console.log(`\n[${JSON.stringify(report)}]`);
    input.prompt();
  }
  input.close();
  return 0;
}

/** One line of output for each line of input, in order; 1 where a line could not be read. */
async function answerLines(adapter: LocalAdapter, reported: () => TurnReport | undefined): Promise<number> {
  let bad = 0;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success) {
      bad++;
      console.log(JSON.stringify({ error: `line ${number}: give {"text": "...", "conversation"?: "..."}` }));
      continue;
    }
    const { text, conversation } = parsed.data;
    const messages = await adapter.say(conversation ?? `line ${number} alone`, text);
    const { decision = 'fallback', intents = [], confidence = 0, candidates = [] } = reported() ?? {};
    const reply = textOfAll(messages);
    console.log(JSON.stringify({ text, conversation, decision, intents, confidence, candidates, reply }));
  }
  return bad > 0 ? 1 : 0;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

runCommand(main);
