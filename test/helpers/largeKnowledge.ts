// Knowledge folders for tests of reloading: the real files around entries of our own, few or very many.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { syntheticKnowledge } from '../../bench/synthetic';
import { MIN_VARIANTS } from '../../src/knowledge/schema';
import { KNOWLEDGE_DIR } from './trainedModel';

export interface MadeKnowledge {
  readonly path: string;
  /** Changes a file in place, as an author does; the change must change something. */
  edit(file: string, change: (text: string) => string): void;
  remove(): void;
}

export interface MadeEntry {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly variants: readonly string[];
}

/** Three entries, no background, no statements and the fewest phrasings of chat: its matcher trains in a second or two. */
export const smallKnowledge = (): MadeKnowledge => makeKnowledge(['pay', 'duties', 'attire'].map(ownEntry));

/** Made-up entries; their matcher trains in several seconds. */
export function largeKnowledge(count: number): MadeKnowledge {
  // The maker gives ten phrasings an entry, where ours has more, and a few of them to two entries.
  const { train } = syntheticKnowledge(count * 4);
  const seen = new Set<string>();
  const entries: MadeEntry[] = [];
  let variants: string[] = [];
  for (const { text } of train) {
    if (entries.length === count) break;
    if (seen.has(text)) continue;
    seen.add(text);
    variants.push(text);
    if (variants.length < MIN_VARIANTS) continue;
    const name = nameOf(entries.length);
    entries.push({ id: `both.${name}`, question: `About ${name}?`, answer: `This is ${name}.`, variants });
    variants = [];
  }
  return makeKnowledge(entries);
}

/** The files that do not speak of entries. */
const AS_THEY_ARE = [
  'sources',
  'facts',
  'roles',
  'questionnaire',
  'result',
  'phrases',
  'safety',
  'widget',
  'policies',
  'teams',
];

function makeKnowledge(entries: readonly MadeEntry[]): MadeKnowledge {
  const path = mkdtempSync(join(tmpdir(), 'advisor-made-'));
  for (const name of AS_THEY_ARE) cpSync(join(KNOWLEDGE_DIR, `${name}.yaml`), join(path, `${name}.yaml`));
  const chat = parse(readFileSync(join(KNOWLEDGE_DIR, 'chat.yaml'), 'utf8')) as MadeEntry[];
  // JSON is YAML, and faster to write.
  const write = (file: string, value: unknown): void =>
    writeFileSync(join(path, file), JSON.stringify(value, null, 1));
  write(
    'chat.yaml',
    chat.map((line) => ({ ...line, variants: line.variants.slice(0, MIN_VARIANTS) })),
  );
  write('background.yaml', []);
  write('statements.yaml', { answers: {}, asides: ['I live in Ohio'] });
  cpSync(join(KNOWLEDGE_DIR, 'faq'), join(path, 'faq'), {
    recursive: true,
    filter: (file) => !file.endsWith('.yaml'),
  });
  write(
    'faq/made.yaml',
    entries.map((entry, at) => ({ ...entry, facts: [], related: [entries[(at + 1) % entries.length]!.id] })),
  );
  return {
    path,
    edit(file, change) {
      const before = readFileSync(join(path, file), 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`the change of ${file} changed nothing`);
      writeFileSync(join(path, file), after);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function ownEntry(topic: string): MadeEntry {
  const ways = ['what about', 'tell me about', 'i would like to hear of', 'how is', 'explain'];
  const ends = ['', 'in coding', 'for coders', 'please', 'today'];
  const variants = ways.flatMap((way) => ends.map((end) => `${way} the ${topic} ${end}`.trim()));
  return { id: `coding.${topic}`, question: `About ${topic}?`, answer: `The answer on ${topic}.`, variants };
}

/** Ids are of letters only: 0 is "a", 27 is "bb". */
const nameOf = (at: number): string =>
  at
    .toString(26)
    .split('')
    .map((digit) => String.fromCharCode(97 + parseInt(digit, 26)))
    .join('');
