import * as fc from 'fast-check';
import { createVectorizer, featureCount, learnVocabulary, meaningPart } from '../../src/matching/vectorizer';
import { DIMENSIONS, meaningOf } from '../../src/matching/wordVectors';

const texts = ['what do coders earn', 'what do billers earn', 'is coding hard'].map((text) =>
  text.split(' '),
);
const vocabulary = learnVocabulary(texts);
const { vectorize } = createVectorizer(vocabulary);

/** The features of a vector by name, with their values; without the meaning. */
const named = (tokens: readonly string[]): Readonly<Record<string, number>> => {
  const { indices, values } = vectorize(tokens);
  return Object.fromEntries(
    [...indices.subarray(0, -DIMENSIONS)].map((index, at) => [vocabulary.features[index]!, values[at]!]),
  );
};

describe('learnVocabulary', () => {
  it('keeps every stem, and pairs and letter groups that more than one text has', () => {
    expect(vocabulary.features).toEqual(
      expect.arrayContaining(['swhat', 'scoder', 'shard', 'pwhat do', 'gco']),
    );
    expect(vocabulary.features).not.toContain('pcode hard');
    expect(vocabulary.features).not.toContain('gard');
  });

  it('counts a feature once for each text, however often the text has it', () => {
    const repeated = learnVocabulary([['pay', 'pay'], ['work']]);
    const idfOf = (feature: string) => repeated.idf[repeated.features.indexOf(feature)];
    expect(idfOf('spai')).toBe(idfOf('swork'));
  });

  it('holds rare features for more telling than common ones, and unseen ones for the most telling', () => {
    const idfOf = (feature: string) => vocabulary.idf[vocabulary.features.indexOf(feature)]!;
    expect(idfOf('shard')).toBeGreaterThan(idfOf('swhat'));
    expect(vocabulary.unseenIdf).toBeGreaterThan(idfOf('shard'));
  });
});

describe('createVectorizer', () => {
  it('gives words of one stem the same stem feature', () => {
    expect(named(['coder'])).toHaveProperty('scoder', named(['coders'])['scoder']);
  });

  it('brings each block of known features to length 1', () => {
    const lengths = new Map<string, number>();
    for (const [feature, value] of Object.entries(named(texts[0]!))) {
      lengths.set(feature[0]!, (lengths.get(feature[0]!) ?? 0) + value * value);
    }
    expect(lengths.get('s')).toBeCloseTo(1, 5);
    expect([...lengths.keys()].sort()).toEqual(['g', 'p', 's']);
  });

  it('lets an unknown word take weight from the known ones', () => {
    expect(named(['coders', 'zzyzx'])['scoder']).toBeLessThan(named(['coders'])['scoder']!);
  });

  it('gives no words and unknown ones a meaning of zeros and nothing else', () => {
    for (const tokens of [[], ['ψω']]) {
      expect(named(tokens)).toEqual({});
      expect(vectorize(tokens).values).toEqual(new Float32Array(DIMENSIONS));
    }
  });

  it('ends with the meaning, at the features behind those of the vocabulary', () => {
    const vector = vectorize(['what', 'earn']);
    expect(meaningPart(vector)).toEqual(meaningOf(['what', 'earn']));
    expect(meaningPart(vector).some((component) => component !== 0)).toBe(true);
    expect([...vector.indices.subarray(-DIMENSIONS)]).toEqual(
      Array.from({ length: DIMENSIONS }, (_, d) => vocabulary.features.length + d),
    );
    expect(featureCount(vocabulary)).toBe(vocabulary.features.length + DIMENSIONS);
  });

  it('keeps within its features and the length of a block for any words, names of object properties too', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'what', 'earn'),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (tokens) => {
        const { indices, values } = vectorize(tokens);
        expect(values).toHaveLength(indices.length);
        expect(new Set(indices).size).toBe(indices.length);
        expect(indices.every((index) => index >= 0 && index < featureCount(vocabulary))).toBe(true);
        expect(values.subarray(0, -DIMENSIONS).every((value) => value > 0 && value <= 1)).toBe(true);
        expect(values.every((value) => Math.abs(value) <= 1 + 1e-6)).toBe(true);
      }),
    );
  });
});
