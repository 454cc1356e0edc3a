// The pieces that the bot's Adaptive Cards are made of.

/** One thing in the body of a card, as JSON. */
export type CardElement = Readonly<Record<string, unknown>>;

/** @param text Markdown */
export const textBlock = (text: string, looks: CardElement = {}): CardElement => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...looks,
});
