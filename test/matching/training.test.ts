import { createStatementReader } from '../../src/matching/statements';
import { OUT_OF_SCOPE } from '../../src/matching/textMatcher';
import { trainMatcher } from '../../src/matching/training';
import { toyKnowledge, toyModel } from '../helpers/toyModel';

describe('trainMatcher', () => {
  it('learns the same from the same knowledge', () => {
    expect(trainMatcher(toyKnowledge())).toEqual(toyModel());
  });

  it('names the knowledge that it learned from', () => {
    expect(toyModel().knowledgeVersion).toBe(toyKnowledge().version);
  });

  it('finds limits in their order and finite weights', () => {
    const { thresholds, calibration } = toyModel();
    expect(thresholds.offer).toBeGreaterThan(0);
    expect(thresholds.offer).toBeLessThanOrEqual(thresholds.answer);
    expect(thresholds.answer).toBeLessThan(1);
    expect(calibration.every(Number.isFinite)).toBe(true);
  });

  it('learns statements beside questions, and neither as the other', () => {
    const { intents, statements } = toyModel();
    expect(statements.text.linear.classes).toEqual(
      expect.arrayContaining(['hours/odd', 'hours/days', OUT_OF_SCOPE]),
    );
    expect(statements.text.linear.classes).toHaveLength(3);
    expect([...intents.ids.linear.classes, ...intents.topics.linear.classes].join()).not.toContain('hours');
    expect(statements.calibration.every(Number.isFinite)).toBe(true);
  });

  it('bears knowledge without statements', () => {
    const model = trainMatcher({ ...toyKnowledge(), statements: { answers: [], asides: [] } });
    expect(createStatementReader(model.statements)('I like the night shift')).toBeUndefined();
  });
});
