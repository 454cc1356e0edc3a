import type { LabelledText } from '../../src/evaluation/labelled';
import { textReport } from '../../src/evaluation/report/textReport';
import { evaluateTexts, type TextSets } from '../../src/evaluation/textEvaluation';
import { bankTexts } from '../helpers/bankTexts';

const { train, test, outOfScope } = bankTexts();

function evaluate(sets: TextSets) {
  const steps: string[] = [];
  let clock = 0;
  const evaluation = evaluateTexts(sets, {
    now: () => clock++,
    rssMb: () => 7,
    progress: (step) => steps.push(step),
  });
  return { ...evaluation, steps };
}

describe('evaluateTexts', () => {
  it('measures in and out of scope at a threshold from the development set', () => {
    const dev = [...test, ...outOfScope.slice(0, 4)];
    const { figures, steps, outcomes } = evaluate({ train, dev, test: [...test, ...outOfScope.slice(4)] });
    expect(figures.accuracy).toBeGreaterThan(0.8);
    expect(figures.inScope).toBeLessThanOrEqual(figures.accuracy);
    expect(figures.oosRecall).toBeGreaterThan(0.5);
    expect(figures.auroc).toBeGreaterThan(0.8);
    expect(figures.rssMb).toBe(7);
    // The clock ticks once a reading: a match takes 1 ms of it.
    expect([figures.trainMs, figures.p50us, figures.p99us]).toEqual([1, 1_000, 1_000]);
    expect(steps).toHaveLength(2);
    expect(outcomes).toHaveLength(test.length + outOfScope.length - 4);
  });

  it('has nothing to say on what is out of scope where the test holds none', () => {
    const { figures, threshold } = evaluate({ train, test });
    expect([figures.oosRecall, figures.auroc]).toEqual([null, null]);
    // Whole intents were left out of training in turn: what they are asked is what the threshold holds back.
    expect(threshold).toBeGreaterThan(0);
    expect(figures.inScope).toBeGreaterThan(0);
  });

  it('does not let the test set move the threshold', () => {
    const flipped = test.map((each) => ({ ...each, intent: 'none' }));
    const one = evaluate({ train, test: [...test, ...outOfScope] });
    const other = evaluate({ train, test: [...flipped, ...outOfScope] });
    expect(other.threshold).toBe(one.threshold);
  });

  it('learns what is out of scope from lines of "none", and never answers by it', () => {
    const { figures, outcomes } = evaluate({
      train: [...train, ...outOfScope.slice(0, 6)],
      test: [...test, ...outOfScope.slice(6)],
    });
    expect(figures.accuracy).toBeGreaterThan(0.8);
    expect(figures.oosRecall).toBeGreaterThan(0.5);
    expect(outcomes.every(({ got }) => got !== '')).toBe(true);
  });

  it('makes a page of it, in which no text of the file is markup', () => {
    const hostile: LabelledText = { text: '</title><script>x</script>', intent: '"><img src=x onerror=y>' };
    const evaluation = evaluate({
      train: [...train, hostile],
      test: [...test, { ...hostile, text: 'balance' }],
    });
    const page = textReport(evaluation, { train: '<a>', test: 'b', date: new Date() });
    expect(page).not.toMatch(/<script|<img|<a>|undefined|NaN/);
    expect(page).toContain('&lt;img');
  });
});
