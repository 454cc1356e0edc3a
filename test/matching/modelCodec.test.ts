import * as fc from 'fast-check';
import { createIntentClassifier } from '../../src/matching/intentClassifier';
import { decodeModel, encodeModel, encodeTextMatcher, MODEL_FORMAT } from '../../src/matching/modelCodec';
import { createPreparer } from '../../src/matching/preparation';
import { createStatementReader } from '../../src/matching/statements';
import { trainTextMatcher } from '../../src/matching/textMatcher';
import { bankTexts } from '../helpers/bankTexts';
import { toyKnowledge, toyModel } from '../helpers/toyModel';

const bytes = encodeModel(toyModel());

/** The bytes with their JSON head changed; the rest stays as it is. */
function withHead(change: (head: Record<string, unknown>) => Record<string, unknown>): Uint8Array {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Record<string, unknown>;
  const json = new TextEncoder().encode(JSON.stringify(change(head)));
  const floats = bytes.subarray(4 + Math.ceil(length / 4) * 4);
  const changed = new Uint8Array(4 + Math.ceil(json.length / 4) * 4 + floats.length);
  new DataView(changed.buffer).setUint32(0, json.length, true);
  changed.set(json, 4);
  changed.set(floats, changed.length - floats.length);
  return changed;
}

function headOf(part: 'ids' | 'topics' | 'statements'): Readonly<Record<string, unknown>> {
  let found: unknown;
  withHead((head) => {
    found = head[part];
    return head;
  });
  return found as Readonly<Record<string, unknown>>;
}

const withText = (change: object): object => {
  const head = headOf('statements');
  return { ...head, text: { ...(head.text as object), ...change } };
};

describe('decodeModel', () => {
  it('reads back the model that was written', () => {
    expect(decodeModel(bytes)).toEqual(toyModel());
    expect(decodeModel(withHead((head) => head))).toEqual(toyModel());
  });

  it('gives a model that scores every topic the same', () => {
    const { prepare } = createPreparer(toyKnowledge());
    const classify = (model: ReturnType<typeof toyModel>) =>
      createIntentClassifier(model.intents).classify(prepare('how much does a coder make'));
    expect(classify(decodeModel(bytes)!)).toEqual(classify(toyModel()));
  });

  it('gives a model that reads statements the same, with the words that mend their spelling', () => {
    const read = (model: ReturnType<typeof toyModel>) => createStatementReader(model.statements);
    const [before, after] = [read(toyModel()), read(decodeModel(bytes)!)];
    expect(after('i like the nihgt shift')).toMatchObject({
      statement: { question: 'hours', option: 'odd' },
    });
    for (const text of ['i like the nihgt shift', 'mornings', 'my dog is old', ''])
      expect(after(text)).toEqual(before(text));
    expect(decodeModel(bytes)!.statements.counts.words).toBeInstanceOf(Map);
  });

  it('reads bytes that start at an odd place of their buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeModel(shifted.subarray(1))).toEqual(toyModel());
  });

  it('refuses bytes cut off anywhere, and bytes with something behind them', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (end) => decodeModel(bytes.subarray(0, end)) === undefined),
    );
    expect(decodeModel(Uint8Array.of(...bytes, 0, 0, 0, 0))).toBeUndefined();
  });

  it('refuses any other bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (other) => decodeModel(other) === undefined));
    const json = new TextEncoder().encode('null');
    expect(decodeModel(Uint8Array.of(json.length, 0, 0, 0, ...json))).toBeUndefined();
  });

  it.each([
    ['a newer format', { format: MODEL_FORMAT + 1 }],
    ['an older format', { format: MODEL_FORMAT - 1 }],
    ['no format', { format: undefined }],
    ['no classifiers', { ids: undefined, topics: undefined }],
    ['classifiers that are none', { ids: {}, topics: {} }],
    ['one classifier', { topics: undefined }],
    ['more weights than there are', { ids: { ...headOf('ids'), weightCount: 1e6 } }],
    ['no statements', { statements: undefined }],
    ['statements that are none', { statements: {} }],
    ['statements of words that are none', { statements: { ...headOf('statements'), words: 'none' } }],
    ['statements of more weights than there are', { statements: withText({ weightCount: 1e6 }) }],
    ['statements of fewer phrasings than there are', { statements: withText({ phrasingCount: 1 }) }],
    ['fewer phrasings than there are', { ids: { ...headOf('ids'), phrasingCount: 1 } }],
  ])('refuses %s', (_, changed) => {
    expect(decodeModel(withHead((head) => ({ ...head, ...changed })))).toBeUndefined();
  });

  it('refuses a head without classifiers though no byte is left over', () => {
    const json = new TextEncoder().encode(JSON.stringify({ format: MODEL_FORMAT }).padEnd(40));
    expect(decodeModel(Uint8Array.of(json.length, 0, 0, 0, ...json))).toBeUndefined();
  });
});

describe('encodeTextMatcher', () => {
  const texts = bankTexts().train.map(({ text, intent }) => ({ text, label: intent }));
  const model = trainTextMatcher(texts);

  it('takes what its numbers and names take, and little more', () => {
    const { linear, vocabulary, phrasings } = model.text;
    const { starts, owners, weights, biases } = linear.matrix;
    const numbers = [vocabulary.idf, starts, owners, weights, biases, phrasings.starts, phrasings.meanings];
    const names = [vocabulary.features, [...model.counts.words], [...model.counts.pairs]];
    const least = numbers.reduce((sum, { byteLength }) => sum + byteLength, 0) + JSON.stringify(names).length;
    const { byteLength } = encodeTextMatcher(model);
    expect(byteLength).toBeGreaterThanOrEqual(least);
    expect(byteLength).toBeLessThan(least + 500);
  });

  it('takes the less the fewer texts were learned from', () => {
    const fewer = trainTextMatcher(texts.slice(0, texts.length / 2));
    expect(encodeTextMatcher(fewer).byteLength).toBeLessThan(encodeTextMatcher(model).byteLength);
  });
});
