import * as fc from 'fast-check';
import { createIntentClassifier, trainIntents } from '../../src/matching/intentClassifier';
import { tokenize } from '../../src/matching/tokens';
import { topicOf } from '../../src/matching/topics';

const example = (text: string, id: string) => ({
  id,
  utterance: {
    tokens: tokenize(text),
    masked: tokenize(text.replace(/biller|coder/, 'xqx')),
    role: undefined,
  },
});
const examples = ['earn', 'salary', 'wages', 'income'].flatMap((word) => [
  example(`biller ${word}`, 'billing.pay'),
  example(`coder ${word}`, 'coding.pay'),
  example(`sunny ${word} weather`, 'none:weather'),
]);
const classifierOf = (given: Parameters<typeof trainIntents>[0]) =>
  createIntentClassifier(trainIntents(given));

describe('createIntentClassifier', () => {
  const { classify } = classifierOf(examples);

  it('scores every topic, best first, with its ids, the likeliest role first', () => {
    const [best, other] = classify(example('coder income', '').utterance);
    expect(best?.topic).toBe('pay');
    expect(best?.ids.map(({ id }) => id)).toEqual(['coding.pay', 'billing.pay']);
    expect(other).toMatchObject({ topic: 'none:weather', ids: [{ id: 'none:weather' }] });
    expect(best!.score).toBeGreaterThan(other!.score);
  });

  it('orders topics of equal score by name, whatever the order of the examples', () => {
    const { ids, topics } = trainIntents(['chat.b', 'chat.c', 'chat.a'].map((id) => example('words', id)));
    const silent = (model: typeof ids) => {
      const { classes, matrix } = model.linear;
      const weights = new Float32Array(matrix.weights.length);
      const biases = new Float32Array(classes.length);
      return { ...model, linear: { classes, matrix: { ...matrix, weights, biases } } };
    };
    const found = createIntentClassifier({ ids: silent(ids), topics: silent(topics) });
    const names = found.classify(example('words', '').utterance).map(({ topic }) => topic);
    expect(names).toEqual(['chat.a', 'chat.b', 'chat.c']);
  });

  it('gives every topic once where there are more than may come first', () => {
    const names = Array.from({ length: 30 }, (_, at) => `chat.${String.fromCharCode(97 + at)}x`);
    const many = classifierOf(names.map((id, at) => example(`word${at} same`, id)));
    const found = many.classify(example('word29 same', '').utterance).map(({ topic }) => topic);
    expect(found[0]).toBe(names[29]);
    expect([...found].sort()).toEqual([...names].sort());
  });

  it('learns labels of any name, those of object properties too', () => {
    const label = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('__proto__', 'constructor', 'toString'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 2, maxLength: 5, selector: topicOf }), (ids) => {
        const learned = classifierOf(ids.map((id, at) => example(`word${'abcde'[at]}`, id)));
        const found = learned.classify(example('worda', '').utterance);
        expect(found.map(({ topic }) => topic).sort()).toEqual(ids.map(topicOf).sort());
        expect(found.flatMap((topic) => topic.ids.map(({ id }) => id)).sort()).toEqual([...ids].sort());
        expect(found.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
