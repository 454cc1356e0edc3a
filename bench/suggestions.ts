// `npm run bench:suggestions`: what is suggested while people type, beside fuse.js over the same phrasings.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import Fuse, { type IFuseOptions } from 'fuse.js';
import { readUtterances } from '../src/cli/labelledSet';
import { openRecognizer } from '../src/cli/openAdvisor';
import type { FaqId } from '../src/domain/faq';
import type { KnowledgeBase } from '../src/domain/knowledgeBase';
import { percentile } from '../src/evaluation/metrics';
import { scoreSuggestions, TYPED_SHARES, type SuggestionFigures } from '../src/evaluation/suggestionScoring';
import { withTypos } from '../src/evaluation/typos';
import { MOST_SUGGESTIONS } from '../src/matching/suggester';
import { seededRandom } from '../src/matching/random';
import { table } from './markdown';

const TYPO_SEED = 20_261_128;
const OUT = join('bench', 'results', 'suggestions.md');
/** Fuse takes up to a second a text, so it gets every so many-th of the test split, and ours the same beside all. */
const SAMPLED = 5;

type Suggest = (text: string) => readonly string[];
type Asked = readonly { readonly text: string; readonly intents: readonly string[] }[];

interface Found {
  readonly name: string;
  readonly texts: string;
  readonly figures: readonly SuggestionFigures[];
  /** Milliseconds a text, ascending. */
  readonly times: readonly number[];
}

function measure(name: string, texts: string, suggest: Suggest, asked: Asked): Found {
  const times: number[] = [];
  const timed: Suggest = (text) => {
    const began = performance.now();
    const ids = suggest(text);
    times.push(performance.now() - began);
    return ids;
  };
  const figures = scoreSuggestions(timed, asked);
  console.error(`${name}, ${texts}: done`);
  return { name, texts, figures, times: times.sort((a, b) => a - b) };
}

function fuseOf({ entries }: KnowledgeBase, options: IFuseOptions<unknown>): Suggest {
  const phrasings = [...entries.values()].flatMap(({ id, question, variants }) =>
    [question, ...variants].map((text) => ({ id, text })),
  );
  const fuse = new Fuse(phrasings, { keys: ['text'], ignoreLocation: true, ...options });
  return (text) => [...new Set(fuse.search(text).map(({ item }) => item.id))].slice(0, MOST_SUGGESTIONS);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const ms = (time: number): string => `${time.toFixed(2)} ms`;

const tableOf = (all: readonly Found[]): string =>
  table(
    [
      'Who',
      'Texts',
      ...TYPED_SHARES.map((share) => `${100 * share} % typed`),
      'Shown',
      'Median',
      '99th percentile',
    ],
    all.map(({ name, texts, figures, times }) => [
      name,
      texts,
      ...figures.map(({ found, first }) => `${percent(found)}, ${percent(first)}`),
      figures.map(({ suggested }) => suggested.toFixed(1)).join(', '),
      ms(percentile(times, 0.5)),
      ms(percentile(times, 0.99)),
    ]),
  );

function main(): void {
  const { knowledge, recognizer } = openRecognizer();
  const fuse = fuseOf(knowledge, {});
  const tokens = fuseOf(knowledge, { useTokenSearch: true, threshold: 0.3 });
  const parts = [
    '# Suggestions while typing, measured',
    `${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores. Made by \`npm run bench:suggestions\`.`,
    `Held-out utterances (\`test/evaluation\`), cut after a share of their letters. Each cell: a right entry is among the first ${MOST_SUGGESTIONS}, and it is the first. "Shown" is how many were suggested on average, at each share. fuse.js searches the questions and variants (\`ignoreLocation\`, else its defaults; token search is its \`useTokenSearch\`, with \`threshold\` 0.3, as in matching.md) and gives the entries of the best. Settings of ours were chosen on the development split; the errors of the test split were not read.`,
  ];
  for (const split of ['dev', 'test']) {
    const all = readUtterances(join('test', 'evaluation', `${split}.jsonl`));
    const asked = all.filter(({ intents }) => intents.some((id) => knowledge.entries.has(id as FaqId)));
    const random = seededRandom(TYPO_SEED);
    const slipped = asked.map(({ text, intents }) => ({ text: withTypos(text, 1, random), intents }));
    const unanswered = all.filter(({ intents }) => intents.length === 0);
    const sampled = (texts: Asked) => texts.filter((_, at) => at % SAMPLED === 0);
    const part = `every ${SAMPLED}th`;
    const found = (name: string, suggest: Suggest) => [
      measure(name, part, suggest, sampled(asked)),
      measure(name, `${part}, one typo`, suggest, sampled(slipped)),
    ];
    parts.push(
      `## ${split} split`,
      `${asked.length} utterances with an entry, ${unanswered.length} with none.`,
      tableOf([
        measure('ours', 'all', recognizer.suggest, asked),
        measure('ours', 'all, one typo', recognizer.suggest, slipped),
        ...(split === 'test'
          ? [
              ...found('ours', recognizer.suggest),
              ...found('fuse.js', fuse),
              ...found('fuse.js, token search', tokens),
            ]
          : []),
        measure('ours', 'out of scope', recognizer.suggest, unanswered),
      ]),
    );
  }
  mkdirSync(join('bench', 'results'), { recursive: true });
  writeFileSync(OUT, `${parts.join('\n\n')}\n`);
  console.log(`Written to ${OUT}.`);
}

main();
