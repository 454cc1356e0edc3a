// A matcher model as bytes and back: a JSON head for the names, then the weights as raw 32-bit floats.
import type { LinearModel } from './linearModel';
import type { MatcherModel } from './training';
import type { TextModel } from './intentClassifier';

/** Raised whenever the bytes, the features or the training change, so that an old file is never read as a new one. */
export const MODEL_FORMAT = 1;

interface Head extends Omit<MatcherModel, 'intents'> {
  readonly format: number;
  readonly texts: readonly {
    readonly features: readonly string[];
    readonly unseenIdf: number;
    readonly classes: readonly string[];
  }[];
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
    })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const arrays = texts.flatMap(({ vocabulary, linear }) => [vocabulary.idf, linear.weights]);
  // The floats start at a multiple of four bytes, as typed arrays demand.
  const start = 4 + Math.ceil(json.length / 4) * 4;
  const bytes = new Uint8Array(start + arrays.reduce((sum, array) => sum + array.byteLength, 0));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** @returns undefined where the bytes are not a whole model of this format; never throws */
export function decodeModel(bytes: Uint8Array): MatcherModel | undefined {
  try {
    // Typed arrays demand an aligned start, which a slice of a larger buffer may not have.
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    const length = new DataView(buffer, byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, length))) as Head;
    if (head.format !== MODEL_FORMAT) return undefined;
    const end = byteOffset + bytes.length;
    let at = byteOffset + 4 + Math.ceil(length / 4) * 4;
    const floats = (count: number) => {
      const array = new Float32Array(buffer as ArrayBuffer, at, count);
      at += array.byteLength;
      return array;
    };
    const [ids, topics] = head.texts.map(({ features, unseenIdf, classes }): TextModel => {
      const vocabulary = { features, unseenIdf, idf: floats(features.length) };
      const linear: LinearModel = { classes, weights: floats((features.length + 1) * classes.length) };
      return { vocabulary, linear };
    });
    const { knowledgeVersion, calibration, thresholds } = head;
    return ids && topics && at === end
      ? { knowledgeVersion, calibration, thresholds, intents: { ids, topics } }
      : undefined;
  } catch {
    return undefined;
  }
}
