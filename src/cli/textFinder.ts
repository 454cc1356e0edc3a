// Where a text stands in the knowledge folder, for messages to its author.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, visit } from 'yaml';
import type { KnowledgeIssue } from '../errors';
import { asSaid } from '../knowledge/spokenTexts';

export type TextPlace = Pick<KnowledgeIssue, 'file' | 'line'>;

/**
 * Reads every file of the folder once. The finder takes a text as `spokenTexts` gives it, and names the first place
 * where one stands twice; a text that stands nowhere is placed in the folder itself.
 */
export function createTextFinder(folder: string): (said: string) => TextPlace {
  const places = new Map<string, TextPlace>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const file of files.sort()) {
    const lineCounter = new LineCounter();
    visit(parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter }), {
      Scalar: (key, { value, range }) => {
        if (key === 'key' || typeof value !== 'string' || !range) return;
        const said = asSaid(value.trim());
        if (!places.has(said)) places.set(said, { file, line: lineCounter.linePos(range[0]).line });
      },
    });
  }
  return (said) => places.get(said) ?? { file: folder, line: 1 };
}
