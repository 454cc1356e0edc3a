// The blocks of a document in short.
import type { Block } from '../domain/document';

/** Level 1 opens the document, level 2 a part of it. */
export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** A heading of level 2 and its list; nothing where the list is empty. */
export const part = (title: string, items: readonly string[]): Block[] =>
  items.length > 0 ? [heading(2, title), list(items)] : [];
