import * as fc from 'fast-check';
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
/** More than any example here has. */
const FEATURES = 500;
const train = (data = separable, options = DEFAULT_TRAINING) =>
  trainLinearModel(
    data.map((example) => example.vector),
    data.map(({ label }) => label),
    FEATURES,
    options,
  );

/** Trained until nothing moves, on every pair, and nothing dropped. */
const EXACT = { ...DEFAULT_TRAINING, maxRounds: 100, maxPasses: 1_000, tolerance: 1e-9, smallestWeight: 0 };

const CLASSES = 40;
/** A feature above those of `crowd`. */
const DENSE = 450;

/**
 * 40 classes of 10 examples: a feature of the class's own, one shared by four neighbours, one at random from ten that
 * all share, and one that is the example's alone or nearly so.
 */
const crowd = () =>
  Array.from({ length: 10 * CLASSES }, (_, at) => {
    const k = at % CLASSES;
    return {
      label: `class ${String(k).padStart(2, '0')}`,
      vector: vector(
        [k, 1],
        [CLASSES + Math.floor(k / 4), 1],
        [CLASSES + 10 + ((at * 7919) % 10), 0.5],
        [CLASSES + 20 + ((at * 31) % 370), 0.5],
      ),
    };
  });
/** 100 rows of other classes for each class of `crowd`, which has 390. */
const FEW_PAIRS = { ...DEFAULT_TRAINING, maxPairs: 100 * CLASSES };

const withDense = ({ indices, values }: SparseVector): SparseVector => ({
  indices: Int32Array.of(...indices, DENSE),
  values: Float32Array.of(...values, 0.3),
});

/** Every example has all five features. */
const dense = Array.from({ length: 12 }, (_, at) => ({
  label: LABELS[at % 3]!,
  vector: vector(...[0, 1, 2, 3, 4].map((j) => [j, Math.sin(at * 5 + j)] as const)),
}));

const anyData = fc.array(
  fc.record({
    label: fc.constantFrom('a', 'b', 'c'),
    vector: fc
      .array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 })
      .map((values) => vector(...values.map((value, j) => [j, value / 4] as const))),
  }),
  { minLength: 2, maxLength: 12 },
);

/** The derivative of the loss of class k by each of its weights and the bias. */
function slopesOf(
  data: typeof separable,
  model: ReturnType<typeof train>,
  name: string,
  k: number,
): number[] {
  const { cost, positiveWeight } = EXACT;
  const unit = (j: number) => scoreClasses(model, vector([j, 1]))[k]! - model.matrix.biases[k]!;
  const slopes = [0, 1, 2, 3].map(unit).concat(model.matrix.biases[k]!);
  for (const example of data) {
    const sign = example.label === name ? 1 : -1;
    const miss = Math.max(0, 1 - sign * scoreClasses(model, example.vector)[k]!);
    const pull = 2 * cost * (sign > 0 ? positiveWeight : 1) * miss * sign;
    [...example.vector.values, 1].forEach((value, j) => (slopes[j]! -= pull * value));
  }
  return slopes;
}

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
    const { matrix } = train(data, { ...EXACT, positiveWeight: 1 });
    [0.8, -0.8].forEach((expected, at) => expect(matrix.weights[at]).toBeCloseTo(expected, 5));
    matrix.biases.forEach((bias) => expect(bias).toBeCloseTo(0, 5));
  });

  it('finds weights whose slope is 0, for any data', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const model = train(data, EXACT);
        model.classes.forEach((name, k) => {
          for (const slope of slopesOf(data, model, name, k)) expect(slope).toBeCloseTo(0, 3);
        });
      }),
      { numRuns: 30 },
    );
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
    expect(train()).toEqual(train());
    expect(train(crowd(), FEW_PAIRS)).toEqual(train(crowd(), FEW_PAIRS));
  });

  it('stops early where more passes would change little', () => {
    const loose = train(separable, { ...DEFAULT_TRAINING, tolerance: 100 });
    const once = train(separable, { ...DEFAULT_TRAINING, maxRounds: 1, maxPasses: 0, tolerance: 0 });
    expect(train().matrix).not.toEqual(once.matrix);
    expect(loose.matrix).toEqual(once.matrix);
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

  it('drops weights near 0, and moves no score by more than they could', () => {
    const whole = train(crowd(), { ...DEFAULT_TRAINING, smallestWeight: 0 });
    const pruned = train(crowd());
    const { smallestWeight } = DEFAULT_TRAINING;
    expect(pruned.matrix.weights.length).toBeLessThan(whole.matrix.weights.length);
    expect(Math.min(...pruned.matrix.weights.map(Math.abs))).toBeGreaterThanOrEqual(smallestWeight - 1e-6);
    for (const example of crowd()) {
      const most = example.vector.values.reduce((sum, value) => sum + Math.abs(value), 0) * smallestWeight;
      const scores = scoreClasses(whole, example.vector);
      scoreClasses(pruned, example.vector).forEach((score, k) =>
        expect(Math.abs(score - scores[k]!)).toBeLessThanOrEqual(most + 1e-5),
      );
    }
  });

  it('keeps every weight of a feature that most examples have', () => {
    const data = crowd().map((example) => ({ ...example, vector: withDense(example.vector) }));
    const { classes, matrix } = train(data, { ...FEW_PAIRS, smallestWeight: 10 });
    expect(matrix.weights).toHaveLength(classes.length);
    expect([...matrix.owners]).toEqual(classes.map((_, k) => k));
    expect(matrix.starts[DENSE]).toBe(0);
    expect(matrix.starts[DENSE + 1]).toBe(classes.length);
  });
});

describe('trainLinearModel, on a share of the pairs', () => {
  it('knows every class, and scores as it does on all pairs', () => {
    const all = train(crowd(), DEFAULT_TRAINING);
    const few = train(crowd(), FEW_PAIRS);
    expect(few.matrix).not.toEqual(all.matrix);
    const gaps = crowd().flatMap(({ label, vector: query }) => {
      expect(bestOf(few, query)).toBe(label);
      const exact = scoreClasses(all, query);
      return [...scoreClasses(few, query)].map((score, k) => Math.abs(score - exact[k]!));
    });
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.1);
  });

  it('tells neighbours apart, which share more than they differ in', () => {
    const few = train(crowd(), FEW_PAIRS);
    few.classes.forEach((name, k) => {
      const own = vector([k, 1], [CLASSES + Math.floor(k / 4), 1]);
      expect(bestOf(few, own)).toBe(name);
    });
  });

  it('keeps an utterance that has nothing of a class far below 0 for all', () => {
    expect(Math.max(...scoreClasses(train(crowd(), FEW_PAIRS), vector()))).toBeLessThan(-0.5);
  });
});

describe('scoreClasses', () => {
  it('gives an example without features the scores of the bias alone', () => {
    const model = train();
    expect([...scoreClasses(model, vector())]).toEqual([...model.matrix.biases]);
  });

  it('adds each feature times its value, be there ever so many that all classes have', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 5 }), (values) => {
        const model = train(dense, { ...DEFAULT_TRAINING, smallestWeight: 0 });
        const features = values.map((value, j) => [j, value] as const);
        const found = scoreClasses(model, vector(...features));
        model.classes.forEach((_, k) => {
          const alone = features.map(
            ([j]) => scoreClasses(model, vector([j, 1]))[k]! - model.matrix.biases[k]!,
          );
          const sum = alone.reduce(
            (total, weight, j) => total + weight * values[j]!,
            model.matrix.biases[k]!,
          );
          expect(found[k]).toBeCloseTo(sum, 4);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('overwrites the room it is given', () => {
    const model = train();
    const room = new Float64Array(model.classes.length).fill(7);
    expect(scoreClasses(model, vector([0, 1]), room)).toBe(room);
    expect(room).toEqual(scoreClasses(model, vector([0, 1])));
  });
});
