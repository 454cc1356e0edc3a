// The real knowledge with its trained matcher: trained once a test run by globalSetup.ts, read by every test file.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import type { SyncRecognizer } from '../../src/domain/recognizer';
import { loadKnowledge } from '../../src/knowledge/load';
import { createRecognizer } from '../../src/matching/recognizer';
import { loadModel } from '../../src/modelFile';

export const KNOWLEDGE_DIR = join(__dirname, '..', '..', 'knowledge');

/** Folder that tests use as DATA_DIR when they only need the trained model in it. */
export const MODEL_DIR = join(tmpdir(), 'career-advisor-test');
export const MODEL_FILE = join(MODEL_DIR, 'matcher.model');

let real: { readonly knowledge: KnowledgeBase; readonly recognizer: SyncRecognizer } | undefined;

export function realMatcher(): { readonly knowledge: KnowledgeBase; readonly recognizer: SyncRecognizer } {
  if (!real) {
    const knowledge = loadKnowledge(KNOWLEDGE_DIR);
    const model = loadModel(knowledge, MODEL_FILE, () => undefined);
    real = { knowledge, recognizer: createRecognizer(knowledge, model) };
  }
  return real;
}
