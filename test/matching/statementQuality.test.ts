// The quality gate of what is read out of a message in the guided advice, on the development split.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionOf, questionOf, type OptionId, type QuestionId } from '../../src/domain/questionnaire';
import { realMatcher } from '../helpers/trainedModel';

/** When they were set, .963 of what was noted was meant, and .806 of what was meant was noted. */
const PRECISION = 0.94;
const RECALL = 0.79;
/** Of messages that tell nothing, the share of which nothing is noted; it was all of them. */
const SILENCE = 0.95;

interface Labelled {
  readonly text: string;
  /** The open question. */
  readonly asked: QuestionId | null;
  /** What a person who knows the questions takes it to mean. */
  readonly means: Readonly<Record<QuestionId, OptionId>>;
}

const FILE = join(__dirname, '..', 'evaluation', 'devStatements.jsonl');
const labelled = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

const { knowledge, recognizer } = realMatcher();
const openOf = ({ asked }: Labelled) =>
  asked === null ? undefined : questionOf(knowledge.questionnaire, asked);

const read = labelled.map((each) => {
  const { statements } = recognizer.readAdvice(openOf(each), each.text);
  const noted = statements.map(({ question, option }) => `${question}/${option}`);
  const meant = Object.entries(each.means).map(([question, option]) => `${question}/${option}`);
  return { noted, meant, right: noted.filter((pair) => meant.includes(pair)).length };
});
const sum = (count: (each: (typeof read)[number]) => number) =>
  read.reduce((total, each) => total + count(each), 0);

describe('readAdvice on the development split', () => {
  it('has labels that the questionnaire has', () => {
    const unknown = labelled.flatMap((each) => [
      ...(each.asked !== null && !openOf(each) ? [each.asked] : []),
      ...(Object.entries(each.means) as [QuestionId, OptionId][])
        .filter(([id, option]) => {
          const question = questionOf(knowledge.questionnaire, id);
          return !question || !optionOf(question, option);
        })
        .map(([id, option]) => `${id}/${option}`),
    ]);
    expect(unknown).toEqual([]);
    expect(labelled.length).toBeGreaterThan(200);
  });

  it(`notes what was meant in at least ${100 * PRECISION} of 100 notes`, () => {
    expect(sum(({ right }) => right) / sum(({ noted }) => noted.length)).toBeGreaterThanOrEqual(PRECISION);
  });

  it(`notes at least ${100 * RECALL} % of what is meant`, () => {
    expect(sum(({ right }) => right) / sum(({ meant }) => meant.length)).toBeGreaterThanOrEqual(RECALL);
  });

  it(`notes nothing of at least ${100 * SILENCE} % of the messages that tell nothing`, () => {
    const telling = read.filter(({ meant }) => meant.length === 0);
    const silent = telling.filter(({ noted }) => noted.length === 0);
    expect(silent.length / telling.length).toBeGreaterThanOrEqual(SILENCE);
  });
});
