// The errors that stop the bot before its first request; a turn that fails is handled in hosting/adapter.ts instead.

/** A setting that is wrong or contradicts another; the message names the variable, its value and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** One mistake in the knowledge folder, where its author finds it. */
export interface KnowledgeIssue {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Keys and indexes from the top of the file, as in `entries.3.answer`; empty for the file itself. */
  readonly path: string;
  readonly message: string;
}

/** Every mistake found in the knowledge folder, not only the first. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';

  constructor(readonly issues: readonly KnowledgeIssue[]) {
    super(issues.map(lineOf).join('\n'));
  }
}

const lineOf = ({ file, line, path, message }: KnowledgeIssue): string =>
  `${file}:${line}${path && ` ${path}`}: ${message}`;
