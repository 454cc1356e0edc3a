// Trained models as bytes and back.
import { pack, unpack, type NextArray, type NumberArray } from './packing';
import type { TextModel } from './textClassifier';
import type { TextMatcherModel } from './textMatcher';
import type { MatcherModel } from './training';
import { featureCount } from './vectorizer';
import { DIMENSIONS } from './wordVectors';

/** Raised whenever the bytes, the features or the training change, so that an old file is never read as a new one. */
export const MODEL_FORMAT = 4;

/** Of a text model, what is not an array of numbers, and how long the arrays are. */
interface TextHead {
  readonly features: readonly string[];
  readonly unseenIdf: number;
  readonly classes: readonly string[];
  readonly weightCount: number;
  readonly phrasingCount: number;
}

/** Of a text matcher, all but the arrays. */
interface TextMatcherHead extends Omit<TextMatcherModel, 'counts' | 'text'> {
  readonly text: TextHead;
  readonly words: readonly [string, number][];
  readonly pairs: readonly [string, number][];
}

interface MatcherHead extends Omit<MatcherModel, 'intents' | 'statements'> {
  readonly format: number;
  readonly ids: TextHead;
  readonly topics: TextHead;
  readonly statements: TextMatcherHead;
}

export function encodeModel({ intents: { ids, topics }, statements, ...rest }: MatcherModel): Uint8Array {
  const head: MatcherHead = {
    ...rest,
    format: MODEL_FORMAT,
    ids: headOf(ids),
    topics: headOf(topics),
    statements: matcherHeadOf(statements),
  };
  return pack(head, [ids, topics, statements.text].flatMap(arraysOf));
}

/** @returns undefined where the bytes are not a whole model of this format; never throws */
export function decodeModel(bytes: Uint8Array): MatcherModel | undefined {
  return unpack(bytes, (head, next) => {
    const { format, ids, topics, statements, ...rest } = head as MatcherHead;
    if (format !== MODEL_FORMAT) return undefined;
    const intents = { ids: textOf(ids, next), topics: textOf(topics, next) };
    return { ...rest, intents, statements: textMatcherOf(statements, next) };
  });
}

/** What a text matcher takes up when stored by itself. */
export const encodeTextMatcher = (model: TextMatcherModel): Uint8Array =>
  pack(matcherHeadOf(model), arraysOf(model.text));

const matcherHeadOf = ({ counts, text, ...rest }: TextMatcherModel): TextMatcherHead => ({
  ...rest,
  text: headOf(text),
  words: [...counts.words],
  pairs: [...counts.pairs],
});

function textMatcherOf({ text, words, pairs, ...rest }: TextMatcherHead, next: NextArray): TextMatcherModel {
  return { ...rest, text: textOf(text, next), counts: { words: new Map(words), pairs: new Map(pairs) } };
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
