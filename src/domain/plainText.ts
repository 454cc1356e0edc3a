// Text that any database, log and address can hold.

/** The text without signs that nobody sees or types; lines and tabs stay. PostgreSQL refuses a text with U+0000 in it. */
export const withoutControls = (text: string): string => text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '');
