// One knowledge file, parsed and checked, that can still say on which line each of its values stands.
import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { KnowledgeIssue } from '../errors';

export type Path = readonly PropertyKey[];

export interface YamlFile<T> {
  readonly name: string;
  /** Absent when the file has issues. */
  readonly value: T | undefined;
  readonly issues: readonly KnowledgeIssue[];
  /** An issue about the value at `path`, for rules that the schema cannot express. */
  issueAt(path: Path, message: string): KnowledgeIssue;
}

/** Parses `text` against `schema`; every mistake becomes an issue with its line, none is thrown. */
export function parseYamlFile<T>(name: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const document = parseDocument(text, { prettyErrors: false });
  // Parsed anew for each issue: they are rare, and kept documents of all files are 50 MB that every start would pay for.
  const issueAt = (path: Path, message: string): KnowledgeIssue => ({
    file: name,
    line: lineOf(text, path),
    path: path.map(String).join('.'),
    message,
  });
  const failed = (issues: readonly KnowledgeIssue[]): YamlFile<T> => ({
    name,
    value: undefined,
    issues,
    issueAt,
  });

  const mistakes = mistakesIn(document);
  if (mistakes.length > 0) {
    return failed(
      mistakes.map(({ message, pos: [offset] }) => ({
        file: name,
        line: text.slice(0, offset).split('\n').length,
        path: '',
        message: `not valid YAML: ${message} (quote texts that hold ": " or start with a sign)`,
      })),
    );
  }
  if (document.contents === null) {
    return failed([
      issueAt([], 'this file is missing or empty; knowledge/README.md tells what belongs in it'),
    ]);
  }
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) return failed(parsed.error.issues.map(({ path, message }) => issueAt(path, message)));
  return { name, value: parsed.data, issues: [], issueAt };
}

interface Mistake {
  readonly message: string;
  /** Offsets in the text; the first is where it begins. */
  readonly pos: readonly [number, ...number[]];
}

/** What the parser found, and texts that start with a `*`: YAML takes them for references, and following one throws. */
function mistakesIn(document: Document): readonly Mistake[] {
  if (document.errors.length > 0) return document.errors;
  const references: Mistake[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      references.push({ message: `a text starts with *: *${alias.source}`, pos: [alias.range?.[0] ?? 0] });
    },
  });
  return references;
}

/** Line (from 1) of the value at `path`, or of its nearest parent that the file has. */
function lineOf(text: string, path: Path): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return 1;
}
