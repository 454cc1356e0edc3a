import * as fc from 'fast-check';
import { createLifts, type FeatureText } from '../../src/matching/lifts';

const text = (entry: number | undefined, ...features: readonly string[]): FeatureText => ({
  entry,
  features: new Set(features),
});

/** Entries 0 and 1 are of one topic, 2 of another. */
const TOPICS = ['pay', 'pay', 'exam'];
const TEXTS = [
  text(0, 'wage', 'what', 'role billing'),
  text(1, 'money', 'what', 'role coding'),
  text(2, 'test', 'what'),
  text(undefined, 'what', 'rain'),
];
const liftsOf = createLifts(TEXTS, TOPICS, new Set(['role billing', 'role coding']));

describe('createLifts', () => {
  it('is 0 for a feature that all texts have, and for none', () => {
    for (const lift of liftsOf(['what'])) expect(lift).toBeCloseTo(0, 6);
    for (const lift of liftsOf([])) expect(lift).toBeCloseTo(0, 6);
  });

  it('leaves out what no text has', () => {
    expect([...liftsOf(['strange', 'wage'])]).toEqual([...liftsOf(['wage'])]);
  });

  it('takes half of the figures of a word from the topic', () => {
    const [billing, coding, exam] = liftsOf(['wage']);
    // Shares .75 (half of 1 and half of .5), .25 and 0 over .25 of all texts; .5 is added to lift and to 1.
    expect(billing).toBeCloseTo(Math.log(3.5 / 1.5), 5);
    expect(coding).toBeCloseTo(Math.log(1.5 / 1.5), 5);
    expect(exam).toBeCloseTo(Math.log(0.5 / 1.5), 5);
  });

  it('takes nothing from the topic for what sets its entries apart', () => {
    const [billing, coding] = liftsOf(['role billing']);
    expect(billing).toBeCloseTo(Math.log(4.5 / 1.5), 5);
    expect(coding).toBeCloseTo(Math.log(0.5 / 1.5), 5);
  });

  it('is below 0 for every entry where only texts of no entry have the feature', () => {
    for (const lift of liftsOf(['rain'])) expect(lift).toBeLessThan(0);
  });

  it('adds up over features', () => {
    const feature = fc.constantFrom('wage', 'money', 'test', 'what', 'rain', 'role billing');
    fc.assert(
      fc.property(fc.uniqueArray(feature), (features) => {
        const singly = features.map((each) => liftsOf([each]));
        liftsOf(features).forEach((lift, entry) =>
          expect(lift).toBeCloseTo(
            singly.reduce((sum, lifts) => sum + lifts[entry]!, 0),
            5,
          ),
        );
      }),
    );
  });
});
