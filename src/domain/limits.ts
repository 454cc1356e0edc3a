// How long and how many messages of a person may be, on every channel; the chat on websites knows it too.

/** UTF-16 units of a message: several times as much as the longest question that a person types. */
export const MOST_MESSAGE = 4000;

/** UTF-16 units of a text that suggestions are asked for: what is longer is no question that we know the rest of. */
export const MOST_TYPED = 200;

/** Messages that one person may send in a minute, presses on buttons among them: more than a person does. */
export const MESSAGES_PER_MINUTE = 60;
