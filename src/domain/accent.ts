// The one colour of the bot, where nobody chose another: the chat on websites and the app in Teams.

/** As CSS writes it; white text on it can be read (6.5:1). */
export const ACCENT_COLOUR = '#1d5fa8';
