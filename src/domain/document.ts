// A text with its structure, as plain JSON: each channel draws it in its own way, and each says all of it.

export type Block =
  /** Level 1 opens the document; level 2 opens a part of it. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Comparison
  | { readonly kind: 'sources'; readonly text: string; readonly sources: readonly SourceReference[] };

/** Things side by side: every row says one thing of each column. */
export interface Comparison {
  readonly kind: 'comparison';
  /** What is compared. */
  readonly columns: readonly string[];
  /** The column that is recommended, from 0; absent where none is. */
  readonly chosen?: number;
  readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
}

export interface SourceReference {
  readonly name: string;
  readonly url: string;
  /** The dates of what was taken from it, as a person says them: "May 2024, 2024-34". */
  readonly asOf: string;
}

/** Texts are plain: nothing in them is markup. */
export type TextDocument = readonly Block[];
