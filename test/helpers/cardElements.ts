// What a card is made of, in the order in which a person meets it, and the words that it says.
import type { Activity } from 'botbuilder';
import { drawn } from './documents';

/** An element or a button of a card, or the card itself, as JSON. */
export type CardElement = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Card extends CardElement {
  readonly version: string;
  readonly fallbackText: string;
}

/** Where each kind keeps its parts, in their order. A kind that is not here is none that we send. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['body', 'actions'],
  Container: ['items'],
  ColumnSet: ['columns'],
  Column: ['items'],
  TextBlock: [],
  ActionSet: ['actions'],
  'Action.Execute': [],
  'Action.Submit': [],
  'Action.OpenUrl': [],
};

/** What hangs on an element without being read: its label is that of the element, or stands for it in older clients. */
export const ASIDES: Readonly<Record<string, readonly string[]>> = {
  Container: ['selectAction'],
  'Action.Execute': ['fallback'],
};

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** @throws Error where the activity has not exactly one attachment, or that is no Adaptive Card */
export function cardOf({ attachments = [] }: Partial<Activity>): Card {
  const [attachment, ...others] = attachments;
  if (attachment?.contentType !== CARD_TYPE || others.length > 0) throw new Error('not one Adaptive Card');
  return attachment.content as Card;
}

/**
 * The card and all in it, each before its parts.
 * @throws Error where something is of a kind that is not in PARTS: what it says would not be looked at
 */
export function elementsIn(element: CardElement): readonly CardElement[] {
  const parts = PARTS[element.type];
  if (!parts) throw new Error(`a card holds "${element.type}", which PARTS does not have`);
  return [element, ...parts.flatMap((part) => (element[part] ?? []) as CardElement[]).flatMap(elementsIn)];
}

/** The same, and what hangs on each. */
export const allIn = (card: CardElement): readonly CardElement[] =>
  elementsIn(card).flatMap(function withAsides(element): readonly CardElement[] {
    const asides = (ASIDES[element.type] ?? []).flatMap((aside) => (element[aside] ?? []) as CardElement[]);
    return [element, ...asides.flatMap(withAsides)];
  });

/** What a person reads: the texts, which are Markdown, and the labels of the buttons. */
export const textsIn = (card: CardElement): readonly string[] =>
  elementsIn(card)
    .flatMap(({ text, title }) => text ?? title ?? [])
    .map(String);

/** The words of Markdown; of its links the names alone, of its lists not the numbers. */
export const wordsOf = (markdown: string): readonly string[] =>
  drawn(markdown.replaceAll(/\]\(https?:[^)\s]*\)/g, ' ').replaceAll(/^\s*\d+\. /gm, ''))
    .split(/[^\p{L}\p{N}$%]+/u)
    .filter((word) => word !== '');
