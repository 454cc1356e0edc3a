import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agreement, cosine, disorder, neighbours } from '../checks.mjs';
import { fromTable, quantise, toTable } from '../quantise.mjs';

describe('quantise', () => {
  it('makes the 99.99th percentile of the magnitudes 127 and clips beyond', () => {
    const values = Float64Array.from({ length: 20_001 }, (_, i) => i / 20_000);
    values[20_000] = -1_000;
    const bytes = quantise(values);
    assert.equal(bytes[19_998], 127);
    assert.equal(bytes[20_000], -127);
    assert.equal(bytes[9_999], 64);
    assert.equal(bytes[0], 0);
  });
});

describe('toTable', () => {
  it('is read back as it was, without words of zeros', () => {
    const table = toTable(['a', 'b', 'c'], Float64Array.of(127, -127, 0, 0.1, 64, -3), 2);
    assert.equal(table.words, 'a c');
    assert.equal(Buffer.from(table.values, 'base64').length, 4);
    assert.deepEqual(
      [...fromTable(table)].map(([word, vector]) => [word, ...vector]),
      [
        ['a', 127, -127],
        ['c', 64, -3],
      ],
    );
  });
});

describe('checks', () => {
  const vectors = new Map([
    ['pay', Float64Array.of(1, 0)],
    ['salary', Float64Array.of(2, 1)],
    ['banana', Float64Array.of(0, 1)],
    ['nothing', Float64Array.of(0, 0)],
  ]);

  it('says which triples are out of order or have no vector', () => {
    assert.deepEqual(disorder(vectors, [['pay', 'salary', 'banana']]), []);
    assert.deepEqual(disorder(vectors, [['pay', 'banana', 'salary']]), [
      'pay is nearer to salary (0.89) than to banana (0.00)',
    ]);
    assert.deepEqual(disorder(vectors, [['pay', 'wage', 'banana']]), ['no vector for wage']);
  });

  it('finds neighbours, nearest first', () => {
    assert.deepEqual(
      neighbours(vectors, 'pay', 2).map(([word]) => word),
      ['salary', 'banana'],
    );
    assert.deepEqual(neighbours(vectors, 'wage', 2), []);
    assert.equal(cosine(vectors.get('pay'), vectors.get('nothing')), 0);
  });

  it('measures agreement as the mean cosine, unknown words left out', () => {
    const sentences = [['pay', 'banana', 'wage'], ['pay']];
    assert.equal(agreement(vectors, sentences, Float64Array.of(1, 1, 0, 2)).toFixed(6), '0.500000');
  });
});
