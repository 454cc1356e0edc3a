// How long what a person writes may be, for the chat on websites and the server alike.

/** UTF-16 units of a message: several times as much as the longest question that a person types. */
export const MOST_MESSAGE = 4000;

/** UTF-16 units of a text that suggestions are asked for: what is longer is no question that we know the rest of. */
export const MOST_TYPED = 200;
