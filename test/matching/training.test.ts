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
});
