import { loadKnowledge } from '../../src/knowledge/load';
import {
  MAX_GRADE,
  MAX_TEXT_GRADE,
  MIN_WORDS,
  readingIssues,
  readingLevel,
} from '../../src/knowledge/readingLevel';
import { spokenTexts } from '../../src/knowledge/spokenTexts';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

/** A sentence of so many words, some of them of two syllables. */
const sentence = (words: number, long: number) =>
  `${'billing '.repeat(long)}${'cat '.repeat(words - long)}`.trim() + '.';
const EASY = sentence(20, 6); // 7.8 + 11.8 x 1.30 - 15.59 = 7.6
const MIDDLING = sentence(20, 8); // 7.8 + 11.8 x 1.40 - 15.59 = 8.7
const AT_THE_LIMIT = sentence(24, 7); // 9.36 + 11.8 x 31 / 24 - 15.59 = 9.01
const HARD = sentence(20, 9); // 7.8 + 11.8 x 1.45 - 15.59 = 9.3

const levelOf = (...texts: readonly string[]) =>
  readingLevel(texts.map((text, at) => ({ place: `text ${at}`, text })));
const issuesOf = (...texts: readonly string[]) =>
  readingIssues(levelOf(...texts), (text) => ({ file: 'a.yaml', line: texts.indexOf(text) + 1 }));

describe('readingLevel', () => {
  it('takes all running text together, and no label or heading', () => {
    const { overall } = levelOf(EASY, 'Not sure', 'Is it?', 'First steps:', 'He said "no."');
    expect(overall).toMatchObject({ words: 25, sentences: 3 });
  });

  it('lists the texts of enough words, the hardest first', () => {
    const { texts } = levelOf(EASY, sentence(MIN_WORDS - 1, 19), HARD, MIDDLING);
    expect(texts.map(({ text }) => text)).toEqual([HARD, MIDDLING, EASY]);
    expect(texts.map(({ grade }) => grade.toFixed(1))).toEqual(['9.3', '8.7', '7.6']);
  });

  it('lists a long text that does not end as a sentence too', () => {
    expect(levelOf(HARD.slice(0, -1)).texts).toHaveLength(1);
  });
});

describe('readingIssues', () => {
  it('finds nothing where all is easy', () => {
    expect(issuesOf(EASY, EASY, AT_THE_LIMIT)).toEqual([]);
    expect(issuesOf()).toEqual([]);
  });

  it('names each text over its limit with place, figures and remedy', () => {
    expect(issuesOf(EASY, EASY, EASY, EASY, HARD)).toEqual([
      {
        file: 'a.yaml',
        line: 5,
        path: 'text 4',
        message: expect.stringMatching(
          /^grade 9.3, at most 9: 20 words a sentence, 1.45 syllables a word; .*shorter/,
        ) as unknown,
      },
    ]);
  });

  it('finds all together over the limit where no single text is, and names the hardest', () => {
    expect(issuesOf(EASY, MIDDLING, MIDDLING)).toEqual([
      {
        file: 'a.yaml',
        line: 2,
        path: 'text 1',
        message: expect.stringContaining('grade 8.3, at most 8') as unknown,
      },
    ]);
    expect(issuesOf(HARD, HARD)).toHaveLength(3);
  });
});

describe('what the bot says', () => {
  const level = readingLevel(spokenTexts(loadKnowledge(KNOWLEDGE_DIR)));

  it(`is read at grade ${MAX_GRADE} or below, all together`, () => {
    expect(level.overall.sentences).toBeGreaterThan(400);
    expect(level.overall.grade).toBeLessThanOrEqual(MAX_GRADE);
  });

  it(`is read at grade ${MAX_TEXT_GRADE} or below in every text`, () => {
    expect(readingIssues(level, () => ({ file: '', line: 1 }))).toEqual([]);
  });
});
