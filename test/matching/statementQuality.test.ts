// The quality gate of what is read out of a message in the guided advice, on the development split.
import { join } from 'node:path';
import { readStatements } from '../../src/cli/labelledSet';
import { optionOf, questionOf, type OptionId, type QuestionId } from '../../src/domain/questionnaire';
import { scoreStatements } from '../../src/evaluation/statementScoring';
import { realMatcher } from '../helpers/trainedModel';

/** A little below what `npm run evaluate -- --split dev` gives. */
const PRECISION = 0.94;
const RECALL = 0.79;
/** Of the messages that tell nothing, at most so many are noted. */
const MISREAD = 0.05;

const labelled = readStatements(join(__dirname, '..', 'evaluation', 'devStatements.jsonl'));
const { knowledge, recognizer } = realMatcher();
const { questionnaire } = knowledge;
const figures = scoreStatements(recognizer, questionnaire, labelled);

describe('readAdvice on the development split', () => {
  it('has labels that the questionnaire has', () => {
    const pairs = labelled.flatMap(({ means }) => Object.entries(means) as [QuestionId, OptionId][]);
    const unknown = pairs.filter(([id, option]) => {
      const question = questionOf(questionnaire, id);
      return !question || !optionOf(question, option);
    });
    expect(unknown).toEqual([]);
    expect(labelled.length).toBeGreaterThan(200);
  });

  it(`notes what was meant in at least ${100 * PRECISION} of 100 notes`, () => {
    expect(figures.precision).toBeGreaterThanOrEqual(PRECISION);
  });

  it(`notes at least ${100 * RECALL} % of what is meant`, () => {
    expect(figures.recall).toBeGreaterThanOrEqual(RECALL);
  });

  it(`notes at most ${100 * MISREAD} % of the messages that tell nothing`, () => {
    expect(figures.misread).toBeLessThanOrEqual(MISREAD);
  });
});
