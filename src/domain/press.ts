// A press on a button of a card that stays in the chat: what it says, and whether its question is still open.

/** What a button carries; it comes back as it was sent, or as somebody made it up. */
export interface Press {
  /** `cardId` of the card that the button is on. */
  readonly card: string;
  /** The label of the button. */
  readonly choice: string;
}

/** What became of a press. */
export type PressOutcome =
  /** The card's question was open: the choice counts as if it had been typed. */
  | { readonly kind: 'taken'; readonly question: string }
  /** It was not open any more, or is another person's: nothing has changed. */
  | { readonly kind: 'closed' };

/** A question that stands open on a card; plain JSON, kept with the dialog that asked it. */
export interface OpenCard {
  readonly id: string;
  /** The text above the buttons. */
  readonly question: string;
}
