import { DEFAULT_TRAINING, scoreClasses, trainLinearModel } from '../../src/matching/linearModel';
import type { SparseVector } from '../../src/matching/vectorizer';

/** `vector([0, 1], [3, 0.5])`: feature 0 is 1, feature 3 is 0.5. */
const vector = (...features: readonly (readonly [index: number, value: number])[]): SparseVector => ({
  indices: Int32Array.from(features, ([index]) => index),
  values: Float32Array.from(features, ([, value]) => value),
});

/** Eight examples of each of three classes; class k has feature k, and each example a feature of its own. */
const LABELS = ['pay', 'work', 'school'];
const separable = Array.from({ length: 24 }, (_, at) => ({
  label: LABELS[at % 3]!,
  vector: vector([at % 3, 1], [3 + at, 0.5]),
}));
const train = (data = separable, options = DEFAULT_TRAINING) =>
  trainLinearModel(
    data.map((example) => example.vector),
    data.map(({ label }) => label),
    30,
    options,
  );

const bestOf = (model: ReturnType<typeof train>, query: SparseVector) => {
  const scores = scoreClasses(model, query);
  return model.classes[scores.indexOf(Math.max(...scores))];
};

describe('trainLinearModel', () => {
  it('learns classes that a line parts, and tells them by what they share', () => {
    const model = train();
    expect(model.classes).toEqual(['pay', 'school', 'work']);
    for (const example of separable) expect(bestOf(model, example.vector)).toBe(example.label);
    LABELS.forEach((label, k) => expect(bestOf(model, vector([k, 1]))).toBe(label));
  });

  it('scores the examples of a class above 0 for it and below 0 for the others', () => {
    const model = train(separable, { ...DEFAULT_TRAINING, cost: 10, maxPasses: 200, tolerance: 0.01 });
    for (const example of separable) {
      const scores = scoreClasses(model, example.vector);
      model.classes.forEach((name, k) => expect(scores[k]! > 0).toBe(name === example.label));
    }
  });

  it('finds the weights that the loss has its minimum at', () => {
    // Two mirrored examples: the bias is 0, and w solves w = 2 * 2 * cost * (1 - w).
    const data = [
      { label: 'here', vector: vector([0, 1]) },
      { label: 'there', vector: vector([0, -1]) },
    ];
    const exact = { cost: 1, positiveWeight: 1, maxPasses: 1_000, tolerance: 1e-9 };
    const { weights } = trainLinearModel(
      data.map((example) => example.vector),
      data.map(({ label }) => label),
      1,
      exact,
    );
    [0.8, -0.8, 0, 0].forEach((expected, at) => expect(weights[at]).toBeCloseTo(expected, 5));
  });

  it('tells a class by the lack of all features', () => {
    const data = Array.from({ length: 8 }, (_, at) => ({
      label: at % 2 ? 'full' : 'none',
      vector: at % 2 ? vector([0, 1]) : vector(),
    }));
    const model = train(data, { ...DEFAULT_TRAINING, maxPasses: 100, tolerance: 0.01 });
    expect(bestOf(model, vector())).toBe('none');
    expect(bestOf(model, vector([0, 1]))).toBe('full');
  });

  it('trains the same model from the same data', () => {
    expect(train().weights).toEqual(train().weights);
  });

  it('stops early where more passes would change little', () => {
    const loose = train(separable, { ...DEFAULT_TRAINING, tolerance: 100 });
    const once = train(separable, { ...DEFAULT_TRAINING, maxPasses: 1, tolerance: 0 });
    expect(loose.weights).toEqual(once.weights);
    expect(train().weights).not.toEqual(once.weights);
  });

  it('knows classes by any name, those of object properties too', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const model = train(
      separable.map((example) => ({ ...example, label: names[LABELS.indexOf(example.label)]! })),
    );
    expect([...model.classes].sort()).toEqual([...names].sort());
    names.forEach((name, k) => expect(bestOf(model, vector([k, 1]))).toBe(name));
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });

  it('gives an example without features the scores of the bias alone', () => {
    const model = train();
    const bias = model.weights.slice(-model.classes.length);
    expect([...scoreClasses(model, vector())]).toEqual([...bias]);
  });
});
