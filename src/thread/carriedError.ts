// Errors on their way between threads. Structured clone takes an error's class off, by which the operator's line is chosen.
import { ConfigError, KnowledgeError, type KnowledgeIssue } from '../errors';

export type CarriedError =
  | { readonly kind: 'knowledge'; readonly issues: readonly KnowledgeIssue[] }
  | { readonly kind: 'config'; readonly message: string }
  | { readonly kind: 'other'; readonly name: string; readonly message: string; readonly stack?: string };

export function pack(error: unknown): CarriedError {
  if (error instanceof KnowledgeError) return { kind: 'knowledge', issues: error.issues };
  if (error instanceof ConfigError) return { kind: 'config', message: error.message };
  if (!(error instanceof Error)) return { kind: 'other', name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { kind: 'other', name, message, stack };
}

export function unpack(carried: CarriedError): Error {
  switch (carried.kind) {
    case 'knowledge':
      return new KnowledgeError(carried.issues);
    case 'config':
      return new ConfigError(carried.message);
    case 'other': {
      const { name, message, stack } = carried;
      return Object.assign(new Error(message), { name, stack });
    }
  }
}
