// A matcher model as bytes and back: a JSON head for the names, then the arrays of numbers as they lie in memory.
import type { MatcherModel } from './training';
import type { TextModel } from './intentClassifier';
import type { WeightMatrix } from './weightMatrix';

/** Raised whenever the bytes, the features or the training change, so that an old file is never read as a new one. */
export const MODEL_FORMAT = 2;

interface Head extends Omit<MatcherModel, 'intents'> {
  readonly format: number;
  readonly texts: readonly {
    readonly features: readonly string[];
    readonly unseenIdf: number;
    readonly classes: readonly string[];
    readonly weightCount: number;
  }[];
}

/** The constructor of a typed array. */
interface ArrayMaker<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
}

export function encodeModel({ intents, ...rest }: MatcherModel): Uint8Array {
  const texts = [intents.ids, intents.topics];
  const head: Head = {
    ...rest,
    format: MODEL_FORMAT,
    texts: texts.map(({ vocabulary, linear }) => ({
      features: vocabulary.features,
      unseenIdf: vocabulary.unseenIdf,
      classes: linear.classes,
      weightCount: linear.matrix.weights.length,
    })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const arrays = texts.flatMap(({ vocabulary, linear: { matrix } }) => [
    vocabulary.idf,
    matrix.starts,
    matrix.owners,
    matrix.weights,
    matrix.biases,
  ]);
  const start = aligned(4 + json.length);
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + aligned(byteLength), start));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/** Every array starts at a multiple of four bytes, as typed arrays demand. */
const aligned = (length: number): number => Math.ceil(length / 4) * 4;

/** @returns undefined where the bytes are not a whole model of this format; never throws */
export function decodeModel(bytes: Uint8Array): MatcherModel | undefined {
  try {
    // Typed arrays demand an aligned start, which a slice of a larger buffer may not have.
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    const length = new DataView(buffer, byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, length))) as Head;
    if (head.format !== MODEL_FORMAT) return undefined;
    const end = byteOffset + bytes.length;
    let at = byteOffset + aligned(4 + length);
    const next = <T>(make: ArrayMaker<T>, count: number): T => {
      const start = at;
      at += aligned(count * make.BYTES_PER_ELEMENT);
      return new make(buffer as ArrayBuffer, start, count);
    };
    const [ids, topics] = head.texts.map(({ features, unseenIdf, classes, weightCount }): TextModel => {
      const vocabulary = { features, unseenIdf, idf: next(Float32Array, features.length) };
      const matrix: WeightMatrix = {
        starts: next(Int32Array, features.length + 1),
        owners: next(Uint16Array, weightCount),
        weights: next(Float32Array, weightCount),
        biases: next(Float32Array, classes.length),
      };
      return { vocabulary, linear: { classes, matrix } };
    });
    const { knowledgeVersion, calibration, thresholds } = head;
    return ids && topics && at === end
      ? { knowledgeVersion, calibration, thresholds, intents: { ids, topics } }
      : undefined;
  } catch {
    return undefined;
  }
}
