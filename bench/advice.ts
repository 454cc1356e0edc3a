// `npm run bench:advice`: the guided advice with people, over sampled answers, and word by word.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readStatements } from '../src/cli/labelledSet';
import { openRecognizer } from '../src/cli/openAdvisor';
import { scoreStatements } from '../src/evaluation/statementScoring';
import { ROLE_IDS } from '../src/domain/role';
import { textOf } from '../test/helpers/conversationReader';
import { startAdvisor, type RunningAdvisor } from '../test/helpers/httpAdvisor';
import { play, readPersonas } from '../test/helpers/personas';
import { adviceReport, agrees, medianOf, type AdviceFindings } from './adviceReport';
import { anybody, cutOutFor, hesitant, spreadOf } from './adviceSpread';

const SESSIONS = 20_000;
const SEED = 20261128;
const OUT = join('bench', 'results');

interface ScriptedConversation {
  readonly title: string;
  readonly says: readonly string[];
}

async function main(): Promise<void> {
  const { knowledge, recognizer } = openRecognizer();
  const advisor = await startAdvisor(join('data', 'matcher.model'));
  const people: AdviceFindings['people'][number][] = [];
  for (const persona of readPersonas()) {
    const played = await play(persona, advisor.converse(persona.id));
    people.push({ persona, played });
    console.error(
      `${agrees(persona, played) ? 'as expected' : 'OTHERWISE'}: ${persona.id}, ${played.role} ${played.closeness}`,
    );
  }
  const transcripts = await transcribe(advisor);
  await advisor.close();

  const { questionnaire } = knowledge;
  const spread = (who: string, person: Parameters<typeof spreadOf>[1]) => ({
    who,
    spread: spreadOf(questionnaire, person, SESSIONS, SEED),
  });
  const findings: AdviceFindings = {
    date: new Date(),
    machine: `Node.js ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
    people,
    spreads: [
      spread('anybody', anybody),
      spread('skips a fifth', hesitant),
      ...ROLE_IDS.map((role) => spread(`cut out for ${role}`, cutOutFor(role))),
    ],
    statements: ['dev', 'test'].map((split) => {
      const messages = readStatements(join('test', 'evaluation', `${split}Statements.jsonl`));
      return { split, figures: scoreStatements(recognizer, questionnaire, messages) };
    }),
  };
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'advice.md'), adviceReport(findings));
  writeFileSync(join(OUT, 'advice-transcripts.md'), transcripts);
  const right = people.filter(({ persona, played }) => agrees(persona, played)).length;
  console.log(
    `${right} of ${people.length} personas as expected, ${medianOf(people.map(({ played }) => played.asked.length))} questions at the median. Written to ${OUT}.`,
  );
  if (right < people.length) process.exitCode = 1;
}

/** Every conversation as it was, a quotation for the bot. */
async function transcribe({ converse }: RunningAdvisor): Promise<string> {
  const conversations = parse(
    readFileSync(join('bench', 'adviceConversations.yaml'), 'utf8'),
  ) as readonly ScriptedConversation[];
  const parts = [
    '# Guided advice, word by word',
    'On a channel without cards and links. Made by `npm run bench:advice`.',
  ];
  for (const { title, says } of conversations) {
    parts.push(`## ${title}`);
    const say = converse(title);
    for (const text of says) {
      const replies = await say(text);
      parts.push(`**Person:** ${text}`, ...replies.map((reply) => quoted(textOf(reply))));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
