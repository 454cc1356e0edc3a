// Keeps the trained matcher between starts: training takes seconds, reading the file milliseconds.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KnowledgeBase } from './domain/knowledgeBase';
import { decodeModel, encodeModel } from './matching/modelCodec';
import { trainMatcher, type MatcherModel } from './matching/training';

/** Where the trained matcher rests; nowhere when nothing is to be kept. */
export const modelFileOf = ({ dataDir }: { readonly dataDir: string }): string | undefined =>
  dataDir === ':memory:' ? undefined : join(dataDir, 'matcher.model');

/**
 * The model of this knowledge: from the file where that holds it, else trained and written there.
 * @param file its folder is made when missing; undefined keeps nothing
 * @param onTraining called before the slow way is taken
 */
export function loadModel(
  knowledge: KnowledgeBase,
  file: string | undefined,
  onTraining: () => void,
): MatcherModel {
  const kept = file === undefined ? undefined : readModel(file);
  if (kept?.knowledgeVersion === knowledge.version) return kept;
  onTraining();
  const model = trainMatcher(knowledge);
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    // Renamed when whole, so that a process killed here leaves no half file.
    writeFileSync(`${file}.${process.pid}`, encodeModel(model));
    renameSync(`${file}.${process.pid}`, file);
  }
  return model;
}

function readModel(file: string): MatcherModel | undefined {
  try {
    return decodeModel(readFileSync(file));
  } catch {
    // No file yet, or one that cannot be read: it is written anew.
    return undefined;
  }
}
