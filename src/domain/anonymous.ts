// A person's words without e-mail addresses, numbers, links and account names, as far as their form gives them away. Names
// in plain words stay.

const LINK = /\b(?:https?:\/\/|www\.)\S+|[\w-]+(?:\.[\w-]+)+\/\S*/gi;
const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/g;
const ACCOUNT = /(?<!\S)@\w[\w.-]*/g;
/** Phone, account and house numbers, dates; parts may be set off by one sign. */
const NUMBER = /\+?\(?\d(?:[\d()/.,\s-]*[\d)])?/g;

/** The text with a sign in place of each: `[link]`, `[e-mail]`, `[account]`, `[number]`. */
export const anonymous = (text: string): string =>
  text
    .replaceAll(LINK, '[link]')
    .replaceAll(EMAIL, '[e-mail]')
    .replaceAll(ACCOUNT, '[account]')
    .replaceAll(NUMBER, '[number]');
