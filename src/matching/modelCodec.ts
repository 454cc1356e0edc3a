// Trained models as bytes and back.
import { pack, unpack, type NextArray, type NumberArray } from './packing';
import type { TextModel } from './textClassifier';
import type { TextMatcherModel } from './textMatcher';
import type { MatcherModel } from './training';
import { featureCount } from './vectorizer';
import { DIMENSIONS } from './wordVectors';

/** Raised whenever the bytes, the features or the training change, so that an old file is never read as a new one. */
export const MODEL_FORMAT = 3;

/** Of a text model, what is not an array of numbers, and how long the arrays are. */
interface TextHead {
  readonly features: readonly string[];
  readonly unseenIdf: number;
  readonly classes: readonly string[];
  readonly weightCount: number;
  readonly phrasingCount: number;
}

interface MatcherHead extends Omit<MatcherModel, 'intents'> {
  readonly format: number;
  readonly ids: TextHead;
  readonly topics: TextHead;
}

export function encodeModel({ intents: { ids, topics }, ...rest }: MatcherModel): Uint8Array {
  const head: MatcherHead = { ...rest, format: MODEL_FORMAT, ids: headOf(ids), topics: headOf(topics) };
  return pack(head, [...arraysOf(ids), ...arraysOf(topics)]);
}

/** @returns undefined where the bytes are not a whole model of this format; never throws */
export function decodeModel(bytes: Uint8Array): MatcherModel | undefined {
  return unpack(bytes, (head, next) => {
    const { format, ids, topics, ...rest } = head as MatcherHead;
    if (format !== MODEL_FORMAT) return undefined;
    return { ...rest, intents: { ids: textOf(ids, next), topics: textOf(topics, next) } };
  });
}

/** What a text matcher takes up when stored; nothing reads it back yet. */
export function encodeTextMatcher({ text, counts, calibration, threshold }: TextMatcherModel): Uint8Array {
  const head = {
    format: MODEL_FORMAT,
    text: headOf(text),
    words: [...counts.words],
    pairs: [...counts.pairs],
    calibration,
    threshold,
  };
  return pack(head, arraysOf(text));
}

const headOf = ({ vocabulary, linear, phrasings }: TextModel): TextHead => ({
  features: vocabulary.features,
  unseenIdf: vocabulary.unseenIdf,
  classes: linear.classes,
  weightCount: linear.matrix.weights.length,
  phrasingCount: phrasings.starts.at(-1)!,
});

const arraysOf = ({ vocabulary, linear: { matrix }, phrasings }: TextModel): NumberArray[] => [
  vocabulary.idf,
  matrix.starts,
  matrix.owners,
  matrix.weights,
  matrix.biases,
  phrasings.starts,
  phrasings.meanings,
];

function textOf(
  { features, unseenIdf, classes, weightCount, phrasingCount }: TextHead,
  next: NextArray,
): TextModel {
  const vocabulary = { features, unseenIdf, idf: next(Float32Array, features.length) };
  const matrix = {
    starts: next(Int32Array, featureCount(vocabulary) + 1),
    owners: next(Uint16Array, weightCount),
    weights: next(Float32Array, weightCount),
    biases: next(Float32Array, classes.length),
  };
  const phrasings = {
    starts: next(Int32Array, classes.length + 1),
    meanings: next(Int8Array, phrasingCount * DIMENSIONS),
  };
  return { vocabulary, linear: { classes, matrix }, phrasings };
}
