// Copies of the real knowledge folder for tests that break it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KNOWLEDGE_DIR } from './trainedModel';

export interface KnowledgeFolder {
  readonly path: string;
  /** Line (from 1) on which `needle` first stands in the file as it is now; fails where it stands nowhere. */
  readonly lineOf: (file: string, needle: string) => number;
  readonly remove: () => void;
}

/** File name -> its new text; undefined removes the file. */
export type Changes = Readonly<Record<string, (text: string) => string | undefined>>;

export function copyKnowledge(changes: Changes = {}): KnowledgeFolder {
  const path = mkdtempSync(join(tmpdir(), 'career-advisor-knowledge-'));
  cpSync(KNOWLEDGE_DIR, path, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = join(path, name);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`the change of ${name} changed nothing`);
    if (after === undefined) rmSync(file);
    else writeFileSync(file, after);
  }
  return {
    path,
    lineOf(file, needle) {
      const at = readFileSync(join(path, file), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(needle));
      if (at < 0) throw new Error(`${file} does not hold ${needle}`);
      return at + 1;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
