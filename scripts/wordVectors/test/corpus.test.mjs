import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { examplesOf, patternSentences, tokens, vocabulary, wordnetSentences } from '../corpus.mjs';

describe('tokens', () => {
  it('are lower case, without apostrophes, parted by all else', () => {
    assert.deepEqual(tokens("What's a 9-to-5 job, e.g.?"), ['whats', 'a', '9', 'to', '5', 'job', 'e', 'g']);
    assert.deepEqual(tokens('…'), []);
  });
});

describe('examplesOf', () => {
  it('are the quoted parts of the gloss, short and long ones left out', () => {
    const long = 'x'.repeat(91);
    const line = `00001740 03 n 01 pay 0 000 | what is paid; "The Pay was low"; "short"; "${long}"; "she paid well" `;
    assert.deepEqual(examplesOf(line), ['the pay was low', 'she paid well']);
  });

  it('are none in a line of the licence or without an example', () => {
    assert.deepEqual(examplesOf('  16 THIS DATABASE IS PROVIDED "AS IS, REALLY" AND'), []);
    assert.deepEqual(examplesOf('00001740 03 n 01 entity 0 000 | that which is'), []);
  });
});

describe('the corpus', () => {
  const patterns = patternSentences();
  const { learned, heldOut } = wordnetSentences();

  it('has plain, distinct sentences', () => {
    const sentences = [...patterns, ...learned, ...heldOut];
    assert.ok(patterns.length > 30_000 && learned.length > 20_000);
    assert.equal(new Set(patterns).size, patterns.length);
    assert.ok(patterns.every((sentence) => !/[()|]/.test(sentence)));
    assert.ok(sentences.every((sentence) => sentence !== '' && !sentence.includes('\n')));
  });

  it('tests with sentences that it does not learn', () => {
    const seen = new Set(learned);
    assert.deepEqual(
      heldOut.filter((sentence) => seen.has(sentence)),
      [],
    );
  });

  it('gives a sorted vocabulary of common words and its own', () => {
    const words = vocabulary(['zzyzx road']);
    for (const word of ['zzyzx', 'road', 'whats', 'color', 'ok']) assert.ok(words.includes(word), word);
    assert.deepEqual(words, [...new Set(words)].sort());
    assert.ok(words.every((word) => !/[\s']/.test(word)));
  });
});
